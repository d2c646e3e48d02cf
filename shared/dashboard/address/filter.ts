import {
  Cause,
  type Cause as CauseWord,
  Direction,
  type Direction as DirectionWord,
  GivenUpStatus,
  type GivenUpStatus as GivenUpWord,
  ProblemStatus,
  type ProblemStatus as ProblemStatusWord,
  Resolver,
  type Resolver as ResolverWord,
} from '../api/generated-client.ts';

/** What a list is narrowed to, by the parameters of the API. */
export interface Filter {
  readonly company?: readonly string[];
  readonly environment?: readonly string[];
  readonly mapping?: readonly string[];
  readonly record?: readonly string[];
  readonly direction?: readonly DirectionWord[];
  readonly cause?: readonly CauseWord[];
  readonly resolver?: readonly ResolverWord[];
  readonly status?: readonly ProblemStatusWord[];
  readonly givenUp?: readonly GivenUpWord[];
  readonly since?: string;
  readonly until?: string;
  readonly firstSeenSince?: string;
  readonly q?: string;
}

export type FilterName = keyof Filter;

/** Parameters of names that people choose: repeated for or, commas and all. */
const names = ['company', 'environment', 'mapping', 'record'] as const;

/** Parameters of fixed words: a comma means or. */
const words = {
  direction: Object.values(Direction),
  cause: Object.values(Cause),
  resolver: Object.values(Resolver),
  status: Object.values(ProblemStatus),
  givenUp: Object.values(GivenUpStatus),
} as const;

const times = ['since', 'until', 'firstSeenSince'] as const;

export const filterNames: readonly FilterName[] = [
  'q',
  'status',
  'cause',
  'resolver',
  'mapping',
  'company',
  'environment',
  'direction',
  'givenUp',
  'record',
  'firstSeenSince',
  'since',
  'until',
];

/** The filter in a query string, and the parameters or values that say nothing here. */
export function readFilter(query: URLSearchParams): { readonly filter: Filter; readonly ignored: string[] } {
  const ignored: string[] = [];
  const given = <Name extends FilterName, Value>(name: Name, value: Value | undefined) =>
    value === undefined ? {} : { [name]: value };
  const namesOf = (name: string) => {
    const values = query.getAll(name).filter((value) => value !== '');
    return values.length > 0 ? values : undefined;
  };
  const wordsOf = <Word extends string>(name: string, known: readonly Word[]) => {
    const texts = query
      .getAll(name)
      .flatMap((text) => text.split(','))
      .filter((text) => text !== '');
    const found = texts.flatMap((text) => known.find((word) => word === text) ?? []);
    for (const text of texts) if (!known.some((word) => word === text)) ignored.push(`${name}=${text}`);
    return found.length > 0 ? [...new Set(found)] : undefined;
  };
  const timeOf = (name: string) => {
    const text = query.get(name);
    if (text === null || text === '') return undefined;
    const time = new Date(text);
    if (!Number.isNaN(time.getTime()) && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text))
      return time.toISOString();
    ignored.push(`${name}=${text}`);
    return undefined;
  };
  const filter: Filter = {
    ...given('company', namesOf('company')),
    ...given('environment', namesOf('environment')),
    ...given('mapping', namesOf('mapping')),
    ...given('record', namesOf('record')),
    ...given('direction', wordsOf('direction', words.direction)),
    ...given('cause', wordsOf('cause', words.cause)),
    ...given('resolver', wordsOf('resolver', words.resolver)),
    ...given('status', wordsOf('status', words.status)),
    ...given('givenUp', wordsOf('givenUp', words.givenUp)),
    ...given('since', timeOf('since')),
    ...given('until', timeOf('until')),
    ...given('firstSeenSince', timeOf('firstSeenSince')),
    ...given('q', query.get('q')?.slice(0, 512) || undefined),
  };
  return { filter, ignored };
}

/** Writes a filter over the one in a query string. */
export function writeFilter(query: URLSearchParams, filter: Filter): void {
  for (const name of filterNames) query.delete(name);
  for (const name of names) for (const value of filter[name] ?? []) query.append(name, value);
  for (const name of ['direction', 'cause', 'resolver', 'status', 'givenUp'] as const)
    if (filter[name]?.length) query.set(name, filter[name].join(','));
  for (const name of times) if (filter[name]) query.set(name, filter[name]);
  if (filter.q) query.set('q', filter.q);
}

/** Whether anything is filtered. */
export function isFiltered(filter: Filter): boolean {
  return filterNames.some((name) => filter[name] !== undefined);
}
