import { type RefObject, useCallback, useRef } from 'react';
import { isFiltered } from '../address/filter.ts';
import { useAddress } from '../address/use-address.ts';
import type { ErrorEntry } from '../api/generated-client.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { useTexts } from '../messages/use-texts.ts';
import { useIsNarrow } from '../shell/use-is-narrow.ts';
import { AllClear } from '../states/all-clear.tsx';
import { EmptyByFilter } from '../states/empty-by-filter.tsx';
import { FailureBar } from '../states/failure-bar.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useErrorColumns } from './error-columns.tsx';
import { ErrorPanel } from './error-panel.tsx';
import { ErrorsBar } from './errors-bar.tsx';
import { neighbours } from './loaded-errors.ts';
import { useErrorRows } from './use-error-rows.ts';

/** Height of a row and of a card, px. */
const rowHeight = 57;
const cardHeight = 64;

/** Every error that the filter selects, newest first. */
export default function ErrorsView() {
  const list = useRef<HTMLDivElement>(null);
  const { address, go } = useAddress();
  const { filter, problem, error: openId } = address;
  const errors = useErrorRows(list, filter, problem);
  const { rows, error } = errors;
  const show = useCallback((id: string) => go({ error: id }, { replace: true }), [go]);
  const close = () => go({ error: undefined }, { replace: true });
  const { previous, next } = neighbours(rows ?? [], openId ?? '');
  return (
    <>
      <FilterBar view="errors" />
      <ErrorsBar errors={errors} filter={filter} problem={problem} />
      {error && !errors.isEndError && <FailureBar error={error} retry={errors.retry} />}
      {!rows && !error && <LoadingRows rows={8} height={rowHeight} />}
      {rows && (
        <div className={error ? 'stale' : ''}>
          <ErrorList list={list} errors={errors} rows={rows} isFiltered={isFiltered(filter) || !!problem} />
        </div>
      )}
      {error && errors.isEndError && <FailureBar error={error} retry={errors.retry} />}
      {openId !== undefined && address.panel === undefined && (
        <ErrorPanel
          id={openId}
          onClose={close}
          onDeleted={() => {
            errors.drop(openId);
            close();
          }}
          onPrevious={previous === undefined ? undefined : () => show(previous)}
          onNext={next === undefined ? undefined : () => show(next)}
        />
      )}
    </>
  );
}

function ErrorList({
  list,
  errors,
  rows,
  isFiltered,
}: {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly errors: ReturnType<typeof useErrorRows>;
  readonly rows: readonly ErrorEntry[];
  readonly isFiltered: boolean;
}) {
  const { t } = useTexts();
  const { address, go } = useAddress();
  const isNarrow = useIsNarrow();
  const open = useCallback((id: string) => go({ error: id }), [go]);
  const columns = useErrorColumns(open);
  if (rows.length === 0) {
    if (errors.hasMore) return <p role="status">{t.errors.readingOn}</p>;
    return isFiltered ? <EmptyByFilter /> : <AllClear title={t.errors.none} />;
  }
  return (
    <>
      <VirtualRows
        list={list}
        label={t.errors.label}
        className="error-rows"
        columns={columns}
        rows={rows}
        hasMore={errors.hasMore}
        rowHeight={isNarrow ? cardHeight : rowHeight}
        actions={{
          open: (index) => {
            const row = rows[index];
            if (row) open(row.id);
          },
        }}
        current={address.error}
        onEnd={errors.readOn}
      />
      <div className="list-end">{errors.isReadingOn && t.list.reading}</div>
    </>
  );
}
