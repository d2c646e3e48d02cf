import { Button } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAddress } from '../address/use-address.ts';
import type { Cleanup } from '../api/generated-client.ts';
import { cleanupsQuery } from '../api/queries.ts';
import { type Column, VirtualRows } from '../list/virtual-rows.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { ActionButton } from '../sign-in/action-button.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { CleanupFacts, CleanupNumbers, CleanupState } from './cleanup-cells.tsx';
import CleanupDialog from './cleanup-dialog.tsx';
import { useCleanupRuns, useCleanups } from './use-cleanups.ts';

/** What was cleaned up; undoes and continues it, and begins more. */
export default function CleanupsView() {
  const { t, format } = useTexts();
  const { address } = useAddress();
  const cleanups = useInfiniteQuery(cleanupsQuery());
  const { join } = useCleanups();
  const runs = useCleanupRuns();
  const list = useRef<HTMLDivElement>(null);
  const [isBeginning, setIsBeginning] = useState(false);
  const { data, error, isError, isSuccess, hasNextPage, isFetchingNextPage, fetchNextPage } = cleanups;
  const read = useMemo(() => data?.pages.flatMap(({ value }) => value), [data]);
  useEffect(() => {
    for (const cleanup of read ?? []) if (!cleanup.done) join(cleanup);
  }, [read, join]);
  // What this tab follows is newer than what was read.
  const rows = read?.map((cleanup) => runs.get(cleanup.id)?.cleanup ?? cleanup);
  const columns: readonly Column<Cleanup>[] = [
    { name: 'what', head: t.cleanups.columns.what, cell: (row) => <CleanupFacts cleanup={row} /> },
    {
      name: 'deleted',
      head: t.cleanups.columns.deleted,
      cell: (row) => <CleanupNumbers cleanup={row} progress={runs.get(row.id)} />,
    },
    {
      name: 'state',
      head: t.columns.status,
      cell: (row) => <CleanupState cleanup={row} progress={runs.get(row.id)} />,
    },
  ];
  return (
    <>
      <div className="list-bar">
        <span role="status" className="hint">
          {isSuccess && rows?.length ? t.cleanups.listed(rows.length, hasNextPage, format) : ''}
        </span>
        <div className="list-actions">
          <ActionButton needs="manage" appearance="primary" onClick={() => setIsBeginning(true)}>
            {t.cleanups.begin}
          </ActionButton>
        </div>
      </div>
      {error && <FailureBar error={error} retry={() => void cleanups.refetch()} />}
      {!rows && !isError && <LoadingRows rows={4} height={88} />}
      {rows?.length === 0 && (
        <div className="empty">
          <h2>{t.cleanups.none}</h2>
          <p>{t.cleanups.noneExplanation}</p>
        </div>
      )}
      {rows && rows.length > 0 && (
        <div className={isError ? 'stale' : ''}>
          <VirtualRows
            list={list}
            label={t.views.cleanups}
            className="cleanup-rows"
            columns={columns}
            rows={rows}
            hasMore={hasNextPage}
            rowHeight={88}
            actions={{ open: focusAction }}
            onEnd={() => hasNextPage && !isFetchingNextPage && !isError && void fetchNextPage()}
          />
        </div>
      )}
      {hasNextPage && isError && <Button onClick={() => void fetchNextPage()}>{t.showMore}</Button>}
      {isBeginning && (
        <CleanupDialog filter={address.filter} problem={undefined} onClose={() => setIsBeginning(false)} />
      )}
    </>
  );
}

/** Enter on a row leads to what can be done with it. */
function focusAction(index: number): void {
  document.querySelector<HTMLElement>(`.cleanup-rows [data-index="${index}"] button`)?.focus();
}
