import { useQuery } from '@tanstack/react-query';
import { refreshInterval } from '../api/activity.ts';
import { ApiFailure } from '../api/api-failure.ts';
import type { Source } from '../api/generated-client.ts';
import { validationQuery } from '../api/queries.ts';
import { useTexts } from '../messages/use-texts.ts';

/** The last validation of a source, if there is one. */
export function useLastValidation(source: Source, isWanted: boolean) {
  const { language } = useTexts();
  const query = useQuery({
    ...validationQuery(language, source),
    enabled: isWanted,
    // That there is none yet is no failure.
    refetchInterval: (one) => (hasFailed(one) ? false : refreshInterval()),
    refetchOnMount: (one) => !hasFailed(one),
    refetchOnWindowFocus: (one) => !hasFailed(one),
  });
  const isNone = isNotFound(query.error);
  return {
    validation: isNone ? undefined : query.data,
    /** There is none. */
    isNone,
    error: isNone ? null : query.error,
    isPending: isWanted && query.isPending,
    again: () => void query.refetch(),
  };
}

function hasFailed({
  state,
}: {
  readonly state: { readonly status: string; readonly error: Error | null };
}): boolean {
  return state.status === 'error' && !isNotFound(state.error);
}

function isNotFound(error: Error | null): boolean {
  return error instanceof ApiFailure && error.status === 404;
}
