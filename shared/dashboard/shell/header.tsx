import {
  Button,
  Link,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { hrefOf, useAddress } from '../address/use-address.ts';
import { AlertsBell } from '../alerts/alerts-bell.tsx';
import { useConnection } from '../api/connection.ts';
import type { Overview } from '../api/generated-client.ts';
import { cleanupRuns } from '../cleanups/cleanup-runs.ts';
import { runningCount } from '../cleanups/running-count.ts';
import { isLanguage, languages } from '../messages/language.ts';
import { useTexts } from '../messages/use-texts.ts';
import { SignInStatus } from '../sign-in/sign-in-status.tsx';
import { CompanySwitch } from './company-switch.tsx';
import { following } from './following.ts';
import { showKeys } from './keys-help.tsx';
import { type ThemeName, themeNames, useChosenTheme } from './theme.ts';

export function Header({ overview }: { readonly overview: Overview | undefined }) {
  const { t, format, language, chooseLanguage } = useTexts();
  const theme = useChosenTheme();
  const { mode } = useConnection();
  const { open } = useAddress();
  const runs = useSyncExternalStore(cleanupRuns.subscribe, cleanupRuns.all);
  const beginning = useSyncExternalStore(cleanupRuns.subscribe, cleanupRuns.beginning);
  const running = runningCount(overview?.cleanups ?? [], runs, beginning);
  return (
    <header className="header">
      <h1 className="header-title">{t.title}</h1>
      <div className="header-actions">
        {overview && <CompanySwitch heard={overview.heard} />}
        <AlertsBell overview={overview} />
        {running > 0 && (
          <Link href={hrefOf({ view: 'cleanups' })} onClick={following(() => open({ view: 'cleanups' }))}>
            {t.cleanups.running(running, format)}
          </Link>
        )}
        <Menu
          checkedValues={{ language: [language] }}
          onCheckedValueChange={(_, { checkedItems: [chosen] }) =>
            isLanguage(chosen) && chooseLanguage(chosen)
          }
        >
          <MenuTrigger>
            <Button appearance="subtle">{t.language.label}</Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {languages.map((one) => (
                <MenuItemRadio key={one} name="language" value={one} lang={one}>
                  {t.language.names[one]}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Menu
          checkedValues={{ theme: [theme.name] }}
          onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
            const name = themeNames.find((one: ThemeName) => one === chosen);
            if (name) theme.choose(name);
          }}
        >
          <MenuTrigger>
            <Button appearance="subtle">{t.theme.label}</Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {themeNames.map((name) => (
                <MenuItemRadio key={name} name="theme" value={name}>
                  {t.theme.names[name]}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <Button appearance="subtle" onClick={showKeys}>
          {t.shortcuts.button}
        </Button>
        <SignInStatus mode={mode} />
      </div>
    </header>
  );
}
