import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import { type CleanupRequest, listProblems, startCleanup } from '../api/generated-client.ts';
import { useTexts } from '../messages/use-texts.ts';

/** Quiet time after a change before it is counted, ms. */
const quietMs = 300;
/** Open problems that are named. */
const namedProblems = 10;

/** What a clean-up would delete, and the open problems that it would delete errors of. */
export function usePreview(request: CleanupRequest | undefined) {
  const { language } = useTexts();
  const key = JSON.stringify(request);
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(key), quietMs);
    return () => clearTimeout(timer);
  }, [key]);
  const isAsked = request !== undefined && asked === key;
  // Another request cancels the one before.
  const common = { refetchInterval: false, refetchOnWindowFocus: false, staleTime: 0, gcTime: 0 } as const;
  const preview = useQuery({
    queryKey: ['cleanup-preview', key],
    queryFn: async ({ signal }) => (await call(startCleanup({ ...request, preview: true }, { signal }))).data,
    enabled: isAsked,
    placeholderData: keepPreviousData,
    ...common,
  });
  const isCurrent = isAsked && preview.isSuccess && !preview.isFetching && !preview.isPlaceholderData;
  const counted = isCurrent ? preview.data : undefined;
  const problems = useQuery({
    queryKey: ['cleanup-preview-problems', key, counted?.cutoff, language],
    queryFn: async ({ signal }) => {
      // The API leaves out what happened at `until` itself, a clean-up does not.
      const until = new Date(Date.parse(counted?.cutoff ?? '') + 1).toISOString();
      const selection = { ...request?.filter, until, status: ['open' as const, 'regressed' as const] };
      const { data } = await call(
        listProblems({ ...selection, series: 'none', maxpagesize: namedProblems }, { signal }),
      );
      return data;
    },
    enabled: counted !== undefined && counted.stillOpen > 0,
    ...common,
  });
  return {
    /** The last count; of an earlier choice while `isCurrent` is false. */
    counted: preview.data,
    isCurrent,
    /** Why it could not be counted. */
    error: isAsked && !preview.isFetching ? preview.error : null,
    again: () => void preview.refetch(),
    problems: counted && counted.stillOpen > 0 ? problems.data : undefined,
  };
}
