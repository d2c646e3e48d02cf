import { useCallback } from 'react';
import { useToasts } from '../decisions/toasts.tsx';
import { useTexts } from '../messages/use-texts.ts';

/** Puts a text on the clipboard. False where the browser refuses, which is said. */
export function useCopy(): (text: string) => Promise<boolean> {
  const { t } = useTexts();
  const toasts = useToasts();
  return useCallback(
    async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        toasts.failed(t.copyFailed);
        return false;
      }
    },
    [t, toasts],
  );
}
