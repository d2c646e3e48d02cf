import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Filter } from '../address/filter.ts';
import type { Language } from '../messages/language.ts';
import { call } from './call.ts';
import {
  type EntryStatus,
  type GivenUpStatus,
  getError,
  getLatestValidation,
  getOverview,
  getProblem,
  listAlerts,
  listCleanups,
  listErrors,
  listProblems,
  listRecords,
  type Source,
  whoAmI,
} from './generated-client.ts';
import { nextPageToken } from './page-token.ts';

/** Rows of a page: fewer calls for long lists. */
const pageSize = 200;

export function overviewQuery(language: Language) {
  return queryOptions({
    queryKey: ['overview', language],
    queryFn: async ({ signal }) => (await call(getOverview({}, { signal }))).data,
  });
}

export function callerQuery() {
  return queryOptions({
    queryKey: ['caller'],
    queryFn: async ({ signal }) => (await call(whoAmI({ signal }))).data,
  });
}

/** Parts of a filter that problems can be selected by. */
function problemFilter({ record: _, q: __, ...filter }: Filter) {
  return mutable(filter);
}

/** Parts of a filter that errors can be selected by. */
export function errorFilter({ givenUp: _, firstSeenSince: __, status, ...filter }: Filter) {
  const statuses = status?.filter((one) => one !== 'regressed');
  return { ...mutable(filter), ...(statuses?.length ? { status: [...statuses] } : {}) };
}

export function problemsQuery(language: Language, filter: Filter, series: 'hour' | 'day') {
  return infiniteQueryOptions({
    queryKey: ['problems', language, filter, series],
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listProblems(
            {
              ...problemFilter(filter),
              orderby: 'impact',
              series,
              maxpagesize: pageSize,
              ...(pageParam ? { pagetoken: pageParam } : {}),
            },
            { signal },
          ),
        )
      ).data,
    initialPageParam: '',
    getNextPageParam: nextPageToken,
  });
}

export function problemQuery(language: Language, id: string) {
  return queryOptions({
    queryKey: ['problem', id, language],
    queryFn: async ({ signal }) => (await call(getProblem(id, {}, { signal }))).data,
  });
}

export interface RecordFilter {
  readonly company?: readonly string[];
  readonly mapping?: readonly string[];
  readonly status?: readonly EntryStatus[];
  readonly givenUp?: readonly GivenUpStatus[];
}

export function recordsQuery(id: string, filter: RecordFilter) {
  return infiniteQueryOptions({
    queryKey: ['records', id, filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listRecords(
            id,
            { ...mutable(filter), maxpagesize: 50, ...(pageParam ? { pagetoken: pageParam } : {}) },
            { signal },
          ),
        )
      ).data,
    initialPageParam: '',
    getNextPageParam: nextPageToken,
  });
}

export function errorsQuery(language: Language, filter: Filter, problem: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['errors', language, filter, problem],
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listErrors(
            {
              ...errorFilter(filter),
              ...(problem ? { problem: [problem] } : {}),
              maxpagesize: pageSize,
              ...(pageParam ? { pagetoken: pageParam } : {}),
            },
            { signal },
          ),
        )
      ).data,
    initialPageParam: '',
    getNextPageParam: nextPageToken,
  });
}

export function errorQuery(language: Language, id: string) {
  return queryOptions({
    queryKey: ['error', id, language],
    queryFn: async ({ signal }) => (await call(getError(id, {}, { signal }))).data,
  });
}

export function alertsQuery(language: Language) {
  return infiniteQueryOptions({
    queryKey: ['alerts', language],
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listAlerts({ maxpagesize: 50, ...(pageParam ? { pagetoken: pageParam } : {}) }, { signal }),
        )
      ).data,
    initialPageParam: '',
    getNextPageParam: nextPageToken,
  });
}

export function cleanupsQuery() {
  return infiniteQueryOptions({
    queryKey: ['cleanups'],
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listCleanups({ maxpagesize: 50, ...(pageParam ? { pagetoken: pageParam } : {}) }, { signal }),
        )
      ).data,
    initialPageParam: '',
    getNextPageParam: nextPageToken,
  });
}

export function validationQuery(language: Language, source: Source) {
  return queryOptions({
    queryKey: ['validation', source, language],
    queryFn: async ({ signal }) => (await call(getLatestValidation({ source }, { signal }))).data,
  });
}

/** The generated client takes lists that may change. */
function mutable<T extends object>(filter: T): { -readonly [Name in keyof T]: Mutable<T[Name]> };
function mutable(filter: object): object {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  );
}

type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;
