import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Overview, Problem, ProblemDetail, ProblemList } from '../api/generated-client.ts';

type Change = Partial<Pick<Problem, 'status' | 'etag' | 'decision'>>;

/**
 * Shows a change of problems wherever they were read, until they are read again. Gives what takes it back.
 */
export function showInCaches(queryClient: QueryClient, ids: readonly string[], change: Change): () => void {
  const before = queryClient
    .getQueriesData({ predicate: ({ queryKey: [name] }) => isOfProblems(name) })
    .map(([key, data]) => ({ key, data }));
  const changed = <P extends Problem | Overview['next'][number]>(problem: P): P =>
    ids.includes(problem.id) ? { ...problem, ...change } : problem;
  queryClient.setQueriesData<Overview>(
    { queryKey: ['overview'] },
    (data) => data && { ...data, next: data.next.map(changed) },
  );
  queryClient.setQueriesData<InfiniteData<ProblemList>>(
    { queryKey: ['problems'] },
    (data) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, value: page.value.map(changed) })) },
  );
  for (const id of ids)
    queryClient.setQueriesData<ProblemDetail>(
      { queryKey: ['problem', id] },
      (data) => data && { ...data, ...change },
    );
  return () => {
    for (const { key, data } of before) queryClient.setQueryData(key, data);
  };
}

function isOfProblems(name: unknown): boolean {
  return name === 'overview' || name === 'problems' || name === 'problem';
}
