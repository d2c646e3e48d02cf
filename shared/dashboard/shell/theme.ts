import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createContext, useContext, useEffect, useState } from 'react';

export const themeNames = ['system', 'light', 'dark'] as const;

export type ThemeName = (typeof themeNames)[number];

export interface ChosenTheme {
  readonly name: ThemeName;
  readonly fluent: Theme;
  readonly choose: (name: ThemeName) => void;
}

export const ThemeContext = createContext<ChosenTheme | undefined>(undefined);

const storageName = 'error-desk-theme';
const darkScheme = '(prefers-color-scheme: dark)';

/** The theme of the page: of the system until one is chosen, and then that in this browser. */
export function useTheme(): ChosenTheme {
  const [name, setName] = useState<ThemeName>(
    () => themeNames.find((one) => one === localStorage.getItem(storageName)) ?? 'system',
  );
  const [isSystemDark, setIsSystemDark] = useState(() => matchMedia(darkScheme).matches);
  useEffect(() => {
    const query = matchMedia(darkScheme);
    const follow = () => setIsSystemDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const isDark = name === 'dark' || (name === 'system' && isSystemDark);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [isDark]);
  return {
    name,
    fluent: isDark ? webDarkTheme : webLightTheme,
    choose: (chosen) => {
      if (chosen === 'system') localStorage.removeItem(storageName);
      else localStorage.setItem(storageName, chosen);
      setName(chosen);
    },
  };
}

export function useChosenTheme(): ChosenTheme {
  const theme = useContext(ThemeContext);
  if (!theme) throw new Error('The page has no theme');
  return theme;
}
