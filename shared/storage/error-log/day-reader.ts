import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type {
  Position,
  SearchedPage,
  SearchQuery,
  Stretch,
  StretchPage,
  StretchQuery,
} from '../../domain/ports/error-log.ts';
import { addCounts, countsOfAdded, type PairDay } from '../../domain/problems/pair-counts.ts';
import { pairIdPattern } from '../../domain/problems/problem.ts';
import { occurredAtOf } from '../../domain/reports/entry-id.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { pagesOf } from '../tables/pages.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { maxPageRows, type Row, type RowQuery, type Table } from '../tables/table-service.ts';
import { readable } from '../tables/unreadable-rows.ts';
import { listedProperties, storedEntriesOf } from './entry-row.ts';
import {
  entryKeyFrom,
  entryKeyUntil,
  entryRowKey,
  idOfEntryRow,
  isEntryRowKey,
  partition,
} from './row-keys.ts';
import { searchedEntryOf } from './searched-entry.ts';
import { conditionsOf } from './stretch-conditions.ts';

/** One page of the live entries of a stretch, newest first; one storage call. */
export async function readStretch(table: Table, query: StretchQuery): Promise<StretchPage> {
  const { rows, continuation } = await table.query(rowQueryOf(query));
  const entries = storedEntriesOf(rows).map(({ entry }) => entry);
  return { entries, next: nextOf(rows, continuation, query) };
}

/** As {@link readStretch}, but only what contains a text becomes an entry. */
export async function searchStretch(table: Table, query: SearchQuery): Promise<SearchedPage> {
  const { onMore } = query;
  const { rows, continuation } = await table.query({
    ...rowQueryOf(query),
    onMore: onMore && ((resume) => onMore({ ...startOf(query), resume })),
  });
  return {
    seen: rows.flatMap((row) => searchedEntryOf(row, query.q)),
    next: nextOf(rows, continuation, query),
  };
}

function rowQueryOf(query: StretchQuery): RowQuery {
  return {
    filter: [keyRange(query.stretch, query.from), 'live eq true', ...conditionsOf(query)].join(' and '),
    select: listedProperties,
    top: Math.min(query.most, maxPageRows),
    continuation: query.from?.resume,
  };
}

/** Where a query begins: storage's continuation goes on with the same query. */
function startOf({ from, stretch }: StretchQuery): Position {
  return { time: from?.time ?? stretch.newest, afterId: from?.afterId };
}

/** Storage's continuation is not used where the last row says the same: any instance can go on from that. */
function nextOf(
  rows: readonly Row[],
  continuation: string | undefined,
  query: StretchQuery,
): Position | undefined {
  if (!continuation) return undefined;
  const last = rows.findLast((row) => isEntryRowKey(String(row['rowKey'])));
  if (!last) return { ...startOf(query), resume: continuation };
  const id = idOfEntryRow(String(last['rowKey']));
  return { time: occurredAtOf(id), afterId: id };
}

function keyRange(stretch: Stretch, from?: Position): string {
  const end = odata`RowKey lt ${entryKeyUntil(stretch.oldest)}`;
  const start = from?.afterId
    ? odata`RowKey gt ${entryRowKey(from.afterId)}`
    : odata`RowKey ge ${entryKeyFrom(Math.min(stretch.newest, from?.time ?? stretch.newest))}`;
  return `${odata`PartitionKey eq ${partition}`} and ${start} and ${end}`;
}

const keyRow = z.object({
  rowKey: z.string(),
  pair: z.string().regex(pairIdPattern),
  epoch: z.string().regex(ulidPattern).nullish(),
});

/** Counts of the live entries in a stretch, from keys alone; a thousand entries a storage call. */
export async function countStretch(table: Table, stretch: Stretch): Promise<Map<string, PairDay>> {
  const counts = new Map<string, PairDay>();
  const filter = `${keyRange(stretch)} and live eq true`;
  for await (const { rows } of pagesOf(table, { filter, select: propertiesOf(keyRow) })) {
    const entries = readable(rows, (row) => {
      const { rowKey, pair, epoch } = keyRow.parse(row);
      return { id: idOfEntryRow(rowKey), pairId: pair, epoch: epoch ?? '' };
    });
    addCounts(counts, countsOfAdded(entries));
  }
  return counts;
}
