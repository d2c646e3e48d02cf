import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type Filter, filterNames, readFilter, writeFilter } from './filter.ts';
import { type View, views } from './views.ts';

/** What the query string says: the one truth about what is shown. */
export interface Address {
  readonly view: View;
  readonly filter: Filter;
  /** The problem of the open panel; on *Errors*, the problem that its errors are of. */
  readonly problem: string | undefined;
  /** The error of the open panel. */
  readonly error: string | undefined;
  /** The open panel that is of no problem and no error. */
  readonly panel: 'alerts' | undefined;
  /** Parameters and values that mean nothing here. */
  readonly ignored: readonly string[];
}

export type AddressChange = Partial<Pick<Address, 'view' | 'filter' | 'problem' | 'error' | 'panel'>>;

/** Parameters of open panels. */
const panelNames = ['problem', 'error', 'panel'] as const;

const own: readonly string[] = ['view', 'problem', 'error', 'panel', 'lang'];

export function readAddress(query: URLSearchParams): Address {
  const { filter, ignored } = readFilter(query);
  const named = query.get('view') ?? '';
  const view = views.find((one) => one === named);
  const panel = query.get('panel') ?? '';
  const unknown = [...new Set(query.keys())].filter(
    (name) => !own.includes(name) && !filterNames.some((one) => one === name),
  );
  const dots = (['problem', 'error'] as const).filter((name) => isDots(query.get(name)));
  return {
    view: view ?? 'do-now',
    filter,
    problem: idIn(query, 'problem'),
    error: idIn(query, 'error'),
    panel: panel === 'alerts' ? panel : undefined,
    ignored: [
      ...unknown,
      ...(named !== '' && !view ? [`view=${named}`] : []),
      ...(panel !== '' && panel !== 'alerts' ? [`panel=${panel}`] : []),
      ...dots.map((name) => `${name}=${query.get(name)}`),
      ...ignored,
    ],
  };
}

function idIn(query: URLSearchParams, name: 'problem' | 'error'): string | undefined {
  const id = query.get(name) ?? undefined;
  return isDots(id) ? undefined : id;
}

/** Whether a text in an address of the API would lead to another one: browsers follow dots, encoded or not. */
function isDots(text: string | null | undefined): boolean {
  return text === '.' || text === '..';
}

/** The query string after a change. Another view closes panels, and keeps the filter. */
export function changedQuery(query: URLSearchParams, change: AddressChange): URLSearchParams {
  const next = new URLSearchParams(query);
  // What means nothing goes with the first change.
  for (const name of new Set(next.keys())) if (!own.includes(name) && !isFilterName(name)) next.delete(name);
  if (!isView(next.get('view'))) next.delete('view');
  if (next.get('panel') !== 'alerts') next.delete('panel');
  if (change.view !== undefined) {
    next.set('view', change.view);
    for (const name of panelNames) next.delete(name);
  }
  if (change.filter !== undefined) writeFilter(next, change.filter);
  for (const name of panelNames) {
    if (!(name in change)) continue;
    const value = change[name];
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

function isView(text: string | null): boolean {
  return views.some((one) => one === text);
}

function isFilterName(name: string): boolean {
  return filterNames.some((one) => one === name);
}

/** The address of a view, for links. */
export function hrefOf(change: AddressChange): string {
  const language = new URLSearchParams(location.search).get('lang');
  const query = changedQuery(new URLSearchParams(language ? { lang: language } : {}), change);
  return `?${query}`;
}

export function useAddress() {
  const [query, setQuery] = useSearchParams();
  const address = useMemo(() => readAddress(query), [query]);
  /** Goes to a changed address: a new entry of the history, or in place of the current one. */
  const go = useCallback(
    (change: AddressChange, { replace = false }: { readonly replace?: boolean } = {}) =>
      setQuery((current) => changedQuery(current, change), { replace }),
    [setQuery],
  );
  /** Goes to a view with just this filter and these panels. */
  const open = useCallback(
    (change: AddressChange) =>
      setQuery((current) => {
        const language = current.get('lang');
        return changedQuery(new URLSearchParams(language ? { lang: language } : {}), change);
      }),
    [setQuery],
  );
  return { address, go, open };
}
