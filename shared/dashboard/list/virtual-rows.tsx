import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type ListKeyActions, useListKeys } from './use-list-keys.ts';

/** Rows beyond each edge of the window that are in the document. */
const overscan = 5;
/** Rows before the last one at which more are asked for. */
const endDistance = 40;
/** What the head covers, px. */
const headHeight = 40;

export interface Column<R> {
  /** Class of its cells, and what the columns are told apart by. */
  readonly name: string;
  readonly head: ReactNode;
  /** @param isTabStop Whether the Tab key leads to this row: only then to what is in it. */
  readonly cell: (row: R, index: number, isTabStop: boolean) => ReactNode;
}

interface VirtualRowsProps<R extends { readonly id: string }> {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly label: string;
  /** Class of the table: its rows are grids, so it sets `grid-template-columns`. */
  readonly className: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** Whether there are more rows than these. */
  readonly hasMore: boolean;
  /** Height of a usual row, px; real ones are measured. */
  readonly rowHeight: number;
  readonly actions: ListKeyActions;
  /** The row whose panel is open. */
  readonly current?: string | undefined;
  /** The end is near: called on each rendering until there are more rows. */
  readonly onEnd?: () => void;
}

/**
 * A table that scrolls with the page, of which only the rows in the window are in the document, and the one that the
 * Tab key leads to. A press on a row opens it, unless it meets a link or a control.
 */
export function VirtualRows<R extends { readonly id: string }>(props: VirtualRowsProps<R>) {
  const { list, columns, rows, actions, current, onEnd } = props;
  const body = useRef<HTMLDivElement>(null);
  const scrollMargin = useOffset(body);
  const tabStop = useRef(0);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => props.rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    scrollMargin,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), tabStop.current])]
        .filter((index) => index < range.count)
        .toSorted((one, other) => one - other),
  });
  const focused = useRef<string>(undefined);
  const keys = useListKeys(list, rows.length, actions, (index) => virtualizer.scrollToIndex(index));
  tabStop.current = keys.active;

  const items = virtualizer.getVirtualItems();
  const lastShown = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - endDistance) onEnd?.();
  });

  useLayoutEffect(() => {
    // The row with the focus is gone: its successor gets it.
    const lost = document.activeElement === document.body ? focused.current : undefined;
    if (lost !== undefined && !rows.some(({ id }) => id === lost)) keys.focusRow(keys.active);
  }, [rows, keys]);

  const currentIndex = current === undefined ? -1 : rows.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (currentIndex >= 0) virtualizer.scrollToIndex(currentIndex);
  }, [currentIndex, virtualizer]);

  return (
    <div
      ref={list}
      role="table"
      aria-label={props.label}
      aria-rowcount={props.hasMore ? -1 : rows.length + 1}
      className={`rows ${props.className}`}
    >
      <div role="rowgroup" className="rows-head">
        {/* biome-ignore lint/a11y/useFocusableInteractive: a head has no action. */}
        <div role="row" aria-rowindex={1}>
          {columns.map(({ name, head }) => (
            // biome-ignore lint/a11y/useFocusableInteractive: as above.
            <div key={name} role="columnheader" className={name}>
              {head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className="rows-body" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { tabIndex, ...rowProps } = keys.rowProps(index);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is in useListKeys.
            <div
              key={row.id}
              ref={virtualizer.measureElement}
              role="row"
              aria-rowindex={index + 2}
              {...(row.id === current ? { 'aria-current': true as const } : {})}
              {...rowProps}
              tabIndex={tabIndex}
              onFocus={() => {
                rowProps.onFocus();
                focused.current = row.id;
              }}
              onBlur={() => {
                focused.current = undefined;
              }}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
              onClickCapture={focusRow}
              onClick={(event) => isOnText(event) && actions.open(index)}
            >
              {columns.map(({ name, cell }) => (
                <div key={name} role="cell" className={name}>
                  {cell(row, index, tabIndex === 0)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What a link in a row opens gives the focus back to the row, where the keys of the list work. */
function focusRow({ target, currentTarget }: MouseEvent<HTMLElement>): void {
  if (target instanceof Element && target.closest('a:not([target])'))
    currentTarget.focus({ preventScroll: true });
}

/** Whether a press met no link or control, and ended no selection of text. */
function isOnText({ target }: MouseEvent): boolean {
  if (!(target instanceof Element) || target.closest('a, button, input, label')) return false;
  return getSelection()?.isCollapsed ?? true;
}

/** Distance of an element from the top of the page, px; what is above it may grow. */
function useOffset(element: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  const measure = useRef(() => {
    const top = element.current?.getBoundingClientRect().top;
    if (top !== undefined) setOffset(Math.round(top + window.scrollY));
  });
  useLayoutEffect(() => measure.current());
  useEffect(() => {
    const observer = new ResizeObserver(() => measure.current());
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return offset;
}
