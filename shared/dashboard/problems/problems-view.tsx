import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { type Filter, isFiltered } from '../address/filter.ts';
import { useAddress } from '../address/use-address.ts';
import type { Problem } from '../api/generated-client.ts';
import { problemsQuery } from '../api/queries.ts';
import { ConflictBar } from '../decisions/conflict-bar.tsx';
import { useDecisions } from '../decisions/decisions-provider.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useHeldRows } from '../list/use-held-rows.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { WaitingRows } from '../list/waiting-rows.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { hourMs } from '../shell/durations.ts';
import { AllClear } from '../states/all-clear.tsx';
import { EmptyByFilter } from '../states/empty-by-filter.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { problemColumns } from './problem-columns.tsx';
import { problemListQuery } from './problem-list-query.ts';
import { ProblemPlot } from './problem-plot.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSelection } from './use-selection.ts';

const SnoozeDialog = lazy(() => import('../decisions/snooze-dialog.tsx'));

/** Longer periods are drawn by the day, ms. */
const hourlyMs = 72 * hourMs;

/** All problems that match, most impact first. */
export default function ProblemsView() {
  const { t, language } = useTexts();
  const { address } = useAddress();
  const { filter } = address;
  const [chosenUnit, setUnit] = useState<'hour' | 'day'>();
  const unit = chosenUnit ?? usualUnit(filter);
  const problems = useInfiniteQuery(problemsQuery(language, filter, unit));
  const { data, error, isPending } = problems;
  const loaded = useMemo(() => data?.pages.flatMap(({ value }) => value), [data]);
  const isEmpty = loaded?.length === 0 && !problems.hasNextPage;
  return (
    <>
      <FilterBar view="problems" />
      {error && <FailureBar error={error} retry={() => void problems.refetch()} />}
      {isPending && !error && <LoadingRows />}
      {isEmpty && (isFiltered(filter) ? <EmptyByFilter /> : <AllClear title={t.empty.noErrors} />)}
      {loaded && !isEmpty && (
        <div className={error ? 'stale' : ''}>
          <ProblemPlot
            problems={loaded}
            unit={unit}
            onUnit={setUnit}
            isPartial={problems.hasNextPage}
            filter={filter}
          />
          <ProblemList
            loaded={loaded}
            filter={filter}
            hasMore={problems.hasNextPage}
            onEnd={() => problems.hasNextPage && !problems.isFetching && void problems.fetchNextPage()}
          />
        </div>
      )}
    </>
  );
}

function usualUnit({ since, until }: Filter): 'hour' | 'day' {
  if (since === undefined) return 'day';
  const end = until === undefined ? Date.now() : Date.parse(until);
  return end - Date.parse(since) <= hourlyMs ? 'hour' : 'day';
}

interface ProblemListProps {
  readonly loaded: readonly Problem[];
  readonly filter: Filter;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
}

function ProblemList({ loaded, filter, hasMore, onEnd }: ProblemListProps) {
  const { t, format } = useTexts();
  const { address, go } = useAddress();
  const { decide, undoLast } = useDecisions();
  const list = useRef<HTMLDivElement>(null);
  const key = useMemo(() => JSON.stringify(filter), [filter]);
  const { rows = [], waiting, show } = useHeldRows(loaded, list, key);
  const selection = useSelection(rows, key);
  const [snoozing, setSnoozing] = useState<Problem>();
  const columns = useMemo(() => problemColumns(t, format, selection), [t, format, selection]);
  return (
    <section aria-label={t.views.problems}>
      <div className="list-bar">
        <span role="status">{t.list.problems(rows.length, hasMore, format)}</span>
        <WaitingRows count={waiting} onShow={show} />
        <div className="list-actions">
          <ExportMenu path="/problems" query={problemListQuery(filter)} />
        </div>
      </div>
      <SelectionBar selection={selection} all={rows} />
      <ConflictBar />
      <VirtualRows
        list={list}
        label={t.views.problems}
        className="problem-rows"
        columns={columns}
        rows={rows}
        hasMore={hasMore}
        rowHeight={76}
        current={address.problem}
        onEnd={onEnd}
        actions={{
          open: (index) => go({ problem: rows[index]?.id }),
          resolve: (index) => rows[index] && void decide([rows[index]], { status: 'resolved' }),
          snooze: (index) => setSnoozing(rows[index]),
          undo: () => void undoLast(),
          select: (index) => rows[index] && selection.toggle(rows[index].id),
        }}
      />
      {snoozing && (
        <Suspense>
          <SnoozeDialog
            onClose={() => setSnoozing(undefined)}
            onSnooze={(until) => {
              void decide([snoozing], { status: 'snoozed', until });
              setSnoozing(undefined);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
