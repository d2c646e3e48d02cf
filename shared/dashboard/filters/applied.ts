import { type Filter, type FilterName, filterNames } from '../address/filter.ts';

/** Filters that the API does not take in a list. */
const notTaken = {
  problems: ['q', 'record'],
  errors: ['givenUp', 'firstSeenSince'],
} as const satisfies Readonly<Record<string, readonly FilterName[]>>;

export type FilteredView = keyof typeof notTaken;

/** One choice of a filter, as a pill shows it. */
export interface Pill {
  readonly name: FilterName;
  readonly value: string;
  /** False where the list of this view does not take it. */
  readonly isApplied: boolean;
}

/** Every choice of a filter by itself. */
export function pillsOf(filter: Filter, view: FilteredView): Pill[] {
  const refused: readonly FilterName[] = notTaken[view];
  return filterNames.flatMap((name) => {
    const values = [filter[name] ?? []].flat();
    return values.map((value) => ({
      name,
      value,
      isApplied: !refused.includes(name) && !(view === 'errors' && value === 'regressed'),
    }));
  });
}

/** A filter without one of its choices. */
export function withoutPill(filter: Filter, { name, value }: Pick<Pill, 'name' | 'value'>): Filter {
  const { [name]: current, ...rest } = filter;
  if (!Array.isArray(current)) return rest;
  const left = current.filter((one) => one !== value);
  return left.length > 0 ? { ...rest, [name]: left } : rest;
}
