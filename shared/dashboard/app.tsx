import { FluentProvider, Toaster } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { authenticationMode, ConnectionContext, connect, storedKey, storeKey } from './api/connection.ts';
import { DecisionsProvider } from './decisions/decisions-provider.tsx';
import { toasterId } from './decisions/toasts.tsx';
import type { Messages } from './messages/en.ts';
import { formatsOf } from './messages/formats.ts';
import { firstLanguage, keepLanguage, type Language } from './messages/language.ts';
import { loadMessages } from './messages/load-messages.ts';
import { TextsContext } from './messages/use-texts.ts';
import { Page } from './shell/page.tsx';
import { ThemeContext, useTheme } from './shell/theme.ts';
import { FailureBoundary } from './states/failure-boundary.tsx';

const KeyDialog = lazy(() => import('./sign-in/key-dialog.tsx'));

/** The page with what all of it needs: language, theme, key. */
export function App() {
  const queryClient = useQueryClient();
  const theme = useTheme();
  const [language, setLanguage] = useState<Language>(() =>
    firstLanguage(new URLSearchParams(location.search).get('lang') ?? undefined),
  );
  const [messages, setMessages] = useState<{ readonly language: Language; readonly t: Messages }>();
  const [key, setKey] = useState(storedKey);
  const [isAskingForKey, setIsAskingForKey] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    void loadMessages(language).then((t) => {
      if (!isCurrent) return;
      document.documentElement.lang = language;
      document.title = t.title;
      setMessages({ language, t });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const shown = messages?.language;
  // Before the first child asks for anything.
  useMemo(() => shown && connect(shown, key), [shown, key]);

  const texts = useMemo(
    () =>
      messages && {
        ...messages,
        format: formatsOf(messages.language),
        chooseLanguage: (chosen: Language) => {
          keepLanguage(chosen);
          const url = new URL(location.href);
          if (url.searchParams.has('lang')) {
            url.searchParams.set('lang', chosen);
            history.replaceState(history.state, '', url);
          }
          setLanguage(chosen);
        },
      },
    [messages],
  );
  const connection = useMemo(
    () => ({
      mode: authenticationMode(),
      key,
      askForKey: () => setIsAskingForKey(true),
      forgetKey: () => {
        storeKey(undefined);
        setKey(undefined);
        connect(language, undefined);
        void queryClient.resetQueries();
      },
    }),
    [key, language, queryClient],
  );
  const takeKey = (given: string) => {
    storeKey(given);
    setKey(given);
    setIsAskingForKey(false);
    connect(language, given);
    void queryClient.resetQueries();
  };

  return (
    <FluentProvider theme={theme.fluent} className="provider">
      {texts && (
        <ThemeContext.Provider value={theme}>
          <TextsContext.Provider value={texts}>
            <ConnectionContext.Provider value={connection}>
              <DecisionsProvider>
                <FailureBoundary resetBy="page">
                  <Page />
                </FailureBoundary>
                {isAskingForKey && (
                  <Suspense>
                    <KeyDialog onKey={takeKey} onClose={() => setIsAskingForKey(false)} />
                  </Suspense>
                )}
                <Toaster toasterId={toasterId} position="bottom" limit={1} />
              </DecisionsProvider>
            </ConnectionContext.Provider>
          </TextsContext.Provider>
        </ThemeContext.Provider>
      )}
    </FluentProvider>
  );
}
