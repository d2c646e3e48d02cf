import { type RefObject, useEffect, useRef, useState } from 'react';
import { onReleaseRows } from './release-rows.ts';

interface Row {
  readonly id: string;
}

/**
 * Rows of an earlier reading, with what a later one says of them; rows that are gone stay. Rows after all of them are
 * added, so that a list can be read on.
 */
export function heldRows<R extends Row>(held: readonly R[], fresh: readonly R[]): readonly R[] {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const heldIds = new Set(held.map(({ id }) => id));
  const last = fresh.findLastIndex(({ id }) => heldIds.has(id));
  return [...held.map((row) => byId.get(row.id) ?? row), ...(last < 0 ? [] : fresh.slice(last + 1))];
}

/** Rows of an earlier reading that a later one has too; the same rows where it has them all. */
export function withoutGone<R extends Row>(held: readonly R[], fresh: readonly Row[]): readonly R[] {
  const ids = new Set(fresh.map(({ id }) => id));
  const left = held.filter(({ id }) => ids.has(id));
  return left.length === held.length ? held : left;
}

/** Whether a later reading moves rows: others first, more in between, or fewer. More at the end move none. */
export function movesRows(held: readonly Row[], fresh: readonly Row[]): boolean {
  return held.some(({ id }, index) => fresh[index]?.id !== id);
}

/**
 * Rows that do not move under the pointer or the focus. New ones wait until they are asked for, or read again after
 * both have left the list; those that are gone stay until both have.
 * @param key What the rows were asked for by: others begin anew.
 */
export function useHeldRows<R extends Row>(
  fresh: readonly R[] | undefined,
  list: RefObject<HTMLElement | null>,
  key: string,
) {
  const [held, setHeld] = useState<{ readonly key: string; readonly rows: readonly R[] }>();
  const isBusy = useRef(false);
  useEffect(() => onReleaseRows(() => setHeld(undefined)), []);
  const isHeld = held !== undefined && held.key === key && fresh !== undefined;
  useEffect(() => {
    if (!fresh) return;
    const element = list.current;
    isBusy.current =
      element !== null && (element.matches(':hover') || element.contains(document.activeElement));
    setHeld((before) => {
      if (!before || before.key !== key || !isBusy.current || !movesRows(before.rows, fresh))
        return { key, rows: fresh };
      return { key, rows: heldRows(before.rows, fresh) };
    });
  }, [fresh, key, list]);
  useEffect(() => {
    const element = list.current;
    if (!element || !fresh) return;
    const drop = ({ relatedTarget }: MouseEvent | FocusEvent) => {
      const isInside = relatedTarget instanceof Node && element.contains(relatedTarget);
      if (isInside || element.matches(':hover') || element.contains(document.activeElement)) return;
      setHeld((before) => {
        if (before?.key !== key) return before;
        const rows = withoutGone(before.rows, fresh);
        return rows === before.rows ? before : { key, rows };
      });
    };
    element.addEventListener('mouseleave', drop);
    element.addEventListener('focusout', drop);
    return () => {
      element.removeEventListener('mouseleave', drop);
      element.removeEventListener('focusout', drop);
    };
  }, [fresh, key, list]);
  const rows = isHeld ? held.rows : fresh;
  const shown = new Set(rows?.map(({ id }) => id));
  return {
    rows,
    /** Rows that wait. */
    waiting: fresh?.filter(({ id }) => !shown.has(id)).length ?? 0,
    show: () => fresh && setHeld({ key, rows: fresh }),
    /** Shows other rows than those that wait. */
    showThese: (other: readonly R[]) => setHeld({ key, rows: other }),
  };
}
