import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { showKeys } from '../shell/keys-help.tsx';
import { singleKeysAreOn } from './single-keys.ts';

export interface ListKeyActions {
  readonly open: (index: number) => void;
  readonly resolve?: (index: number) => void;
  readonly snooze?: (index: number) => void;
  readonly undo?: () => void;
  readonly select?: (index: number) => void;
}

/**
 * Arrow keys and single letters for a list whose rows have `data-index`. One row is the tab stop of the list.
 * @param showRow Makes a row exist before it gets the focus, where rows outside the window do not.
 */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  count: number,
  actions: ListKeyActions,
  showRow?: (index: number) => void,
) {
  const [active, setActive] = useState(0);
  const current = Math.min(active, Math.max(0, count - 1));
  const latest = useRef({ actions, count, showRow });
  latest.current = { actions, count, showRow };

  const focusRow = useCallback(
    (index: number) => {
      const target = Math.max(0, Math.min(index, latest.current.count - 1));
      setActive(target);
      latest.current.showRow?.(target);
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-index="${target}"]`)?.focus(),
      );
    },
    [list],
  );

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    /** Runs for keys that a row itself gets, not what is inside it. */
    const onRow = (run: (index: number) => void) => (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLElement)) return;
      const index = Number(event.target.dataset['index'] ?? Number.NaN);
      if (Number.isNaN(index)) return;
      event.preventDefault();
      run(index);
    };
    const letter = (run: (index: number) => void) => {
      const handle = onRow(run);
      return (event: KeyboardEvent) => singleKeysAreOn() && handle(event);
    };
    return tinykeys(element, {
      ArrowDown: onRow((index) => focusRow(index + 1)),
      ArrowUp: onRow((index) => focusRow(index - 1)),
      Home: onRow(() => focusRow(0)),
      End: onRow(() => focusRow(latest.current.count - 1)),
      PageDown: onRow((index) => focusRow(index + 10)),
      PageUp: onRow((index) => focusRow(index - 10)),
      Enter: onRow((index) => latest.current.actions.open(index)),
      Space: onRow((index) => latest.current.actions.select?.(index)),
      j: letter((index) => focusRow(index + 1)),
      k: letter((index) => focusRow(index - 1)),
      r: letter((index) => latest.current.actions.resolve?.(index)),
      s: letter((index) => latest.current.actions.snooze?.(index)),
      u: letter(() => latest.current.actions.undo?.()),
      '/': letter(() =>
        document.querySelector<HTMLElement>('[data-search] input, input[data-search]')?.focus(),
      ),
      'Shift+?': letter(() => showKeys()),
    });
  }, [list, focusRow]);

  return {
    focusRow,
    /** The row that is the tab stop. */
    active: current,
    /** What each row has to be found and focused. */
    rowProps: (index: number) => ({
      'data-index': index,
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setActive(index),
    }),
  };
}
