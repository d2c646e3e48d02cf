import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { Overview, ProblemList } from '../api/generated-client.ts';

/** Names of mappings and companies that were read so far, to choose from. */
export function useKnownNames(): {
  readonly mapping: readonly string[];
  readonly company: readonly string[];
} {
  const queryClient = useQueryClient();
  const overviews = queryClient.getQueriesData<Overview>({ queryKey: ['overview'] });
  const lists = queryClient.getQueriesData<InfiniteData<ProblemList>>({ queryKey: ['problems'] });
  const places = [
    ...overviews.flatMap(([, overview]) => overview?.next ?? []),
    ...lists.flatMap(([, list]) => list?.pages.flatMap(({ value }) => value) ?? []),
  ].flatMap((problem) => problem.places);
  const heard = overviews.flatMap(([, overview]) => overview?.heard ?? []);
  const sorted = (names: readonly (string | undefined)[]) =>
    [...new Set(names.filter((name) => name !== undefined))].toSorted();
  return {
    mapping: sorted(places.map(({ mapping }) => mapping)),
    company: sorted([...places, ...heard].map(({ company }) => company)),
  };
}
