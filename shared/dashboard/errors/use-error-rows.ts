import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Filter } from '../address/filter.ts';
import type { ErrorList } from '../api/generated-client.ts';
import { errorsQuery } from '../api/queries.ts';
import { useHeldRows } from '../list/use-held-rows.ts';
import { useTexts } from '../messages/use-texts.ts';
import { loadedErrors, newerThan, shortened } from './loaded-errors.ts';

/** More pages than these are not read again at each refresh: only the first one is, to see what is new. */
const maxRefreshedPages = 5;

function isLong(data: InfiniteData<ErrorList> | undefined): boolean {
  return data !== undefined && data.pages.length > maxRefreshedPages;
}

/** The errors that a filter selects, as far as they are read: newest first, without moving under the pointer. */
export function useErrorRows(
  list: RefObject<HTMLElement | null>,
  filter: Filter,
  problem: string | undefined,
) {
  const { language } = useTexts();
  const queryClient = useQueryClient();
  // A panel that opens makes another filter object of the same content.
  const key = JSON.stringify([language, filter, problem]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of it.
  const options = useMemo(() => errorsQuery(language, filter, problem), [key]);
  const errors = useInfiniteQuery({
    ...options,
    // What was decided or deleted here is read again in any case.
    enabled: ({ state }) => !isLong(state.data) || state.isInvalidated,
  });
  const newest = useInfiniteQuery({
    ...errorsQuery(language, filter, problem),
    queryKey: [...options.queryKey, 'newest'],
    enabled: isLong(errors.data),
  });
  const loaded = useMemo(() => errors.data && loadedErrors(errors.data.pages), [errors.data]);
  const [deleted, setDeleted] = useState<readonly string[]>([]);
  const held = useHeldRows(loaded, list, key);
  const newer =
    isLong(errors.data) && newest.data && loaded ? newerThan(loaded, loadedErrors(newest.data.pages)) : 0;

  useEffect(
    () => () => {
      // Whoever comes back sees what is true by then, so it must be little enough to be read again.
      const data = queryClient.getQueryData(options.queryKey);
      if (data && isLong(data)) {
        queryClient.setQueryData(options.queryKey, shortened(data, maxRefreshedPages), { updatedAt: 0 });
      }
    },
    [queryClient, options],
  );

  const rows = useMemo(() => held.rows?.filter(({ id }) => !deleted.includes(id)), [held.rows, deleted]);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!rows || !wantsFocus.current) return;
    // The button that showed these rows is gone, and had the focus.
    wantsFocus.current = false;
    list.current?.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  }, [rows, list]);

  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch, error } = errors;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const isEmpty = loaded?.length === 0;
  useEffect(() => {
    if (isEmpty) readOn();
  }, [isEmpty, readOn]);

  return {
    /** Undefined until the first page is there. */
    rows,
    hasMore: hasNextPage,
    isReadingOn: errors.isFetchingNextPage,
    error,
    /** The failure came at the end of the list, while its rows are as good as before. */
    isEndError: isFetchNextPageError,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
    readOn,
    waiting: held.waiting + newer,
    /** Leaves out an error that was deleted here. */
    drop: (id: string) => setDeleted((before) => [...before, id]),
    showWaiting: () => {
      wantsFocus.current = true;
      if (newer > 0 && newest.data) {
        held.showThese(loadedErrors(newest.data.pages));
        queryClient.setQueryData(options.queryKey, newest.data);
      } else held.show();
    },
  };
}
