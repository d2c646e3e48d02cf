import { createContext, useContext } from 'react';
import type { Messages } from './en.ts';
import type { Formats } from './formats.ts';
import type { Language } from './language.ts';

export interface Texts {
  readonly language: Language;
  readonly t: Messages;
  readonly format: Formats;
  readonly chooseLanguage: (language: Language) => void;
}

export const TextsContext = createContext<Texts | undefined>(undefined);

/** The texts of the page in the chosen language, and how it writes numbers and times. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('The page has no texts');
  return texts;
}
