import { useMemo, useState } from 'react';

export interface Selection<R> {
  readonly chosen: readonly R[];
  has(id: string): boolean;
  toggle(id: string): void;
  set(ids: readonly string[]): void;
}

/** Rows that are chosen together. Other rows, by another filter, begin with none. */
export function useSelection<R extends { readonly id: string }>(
  rows: readonly R[],
  key: string,
): Selection<R> {
  const [state, setState] = useState<{ readonly key: string; readonly ids: ReadonlySet<string> }>({
    key,
    ids: new Set(),
  });
  return useMemo(() => {
    const ids: ReadonlySet<string> = state.key === key ? state.ids : new Set();
    return {
      chosen: rows.filter(({ id }) => ids.has(id)),
      has: (id) => ids.has(id),
      toggle: (id) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        setState({ key, ids: next });
      },
      set: (chosen) => setState({ key, ids: new Set(chosen) }),
    };
  }, [state, key, rows]);
}
