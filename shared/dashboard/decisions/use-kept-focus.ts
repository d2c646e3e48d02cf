import { type RefObject, useEffect, useRef } from 'react';
import { focusRow } from '../shell/focus-row.ts';

/**
 * Gives the focus to the row or the panel around some buttons, when the one that had it went away.
 * @param kind What decides which buttons there are
 */
export function useKeptFocus(
  buttons: RefObject<HTMLElement | null>,
  kind: unknown,
): { readonly onFocus: () => void; readonly onBlur: () => void } {
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: this is when buttons come and go.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) focusRow(buttons.current);
  }, [buttons, kind]);
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: () => {
      hadFocus.current = false;
    },
  };
}
