import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type {
  CountsOfStretch,
  Position,
  Stretch,
  StretchPage,
  StretchQuery,
} from '../../domain/ports/error-log.ts';
import type { HourCount } from '../../domain/problems/problem-counts.ts';
import { hourOfDay } from '../../domain/reports/days.ts';
import { occurredAtOf } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { pagesOf } from '../tables/pages.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { maxPageRows, type Table } from '../tables/table-service.ts';
import { listedProperties, storedEntryOf } from './entry-row.ts';
import { entryKeyFrom, entryKeyUntil, entryRowKey, idOfEntryRow, partition } from './row-keys.ts';

/** One page of the live entries of a stretch, newest first; one storage call. */
export async function readStretch(table: Table, query: StretchQuery): Promise<StretchPage> {
  const { rows, continuation } = await table.query({
    filter: stretchFilter(query),
    select: listedProperties,
    top: Math.min(query.most, maxPageRows),
    continuation: query.from?.resume,
  });
  const entries = rows.map((row) => storedEntryOf(row).entry);
  return { entries, next: nextOf(entries, continuation, query) };
}

/** The next page begins behind the last entry; only behind an empty page it takes storage's continuation. */
function nextOf(
  entries: readonly ErrorEntry[],
  continuation: string | undefined,
  { from, stretch }: StretchQuery,
): Position | undefined {
  if (!continuation) return undefined;
  const last = entries.at(-1);
  if (last) return { time: occurredAtOf(last.id), afterId: last.id };
  return { time: from?.time ?? stretch.newest, afterId: from?.afterId, resume: continuation };
}

function stretchFilter({ stretch, from, problems, records }: StretchQuery): string {
  const conditions = [keyRange(stretch, from), 'live eq true'];
  if (problems) conditions.push(anyOf(problems.map((id) => odata`problemId eq ${id}`)));
  if (records)
    conditions.push(
      anyOf(records.flatMap((id) => [odata`sourceRecordId eq ${id}`, odata`destinationRecordId eq ${id}`])),
    );
  return conditions.join(' and ');
}

function keyRange(stretch: Stretch, from?: Position): string {
  const end = odata`RowKey lt ${entryKeyUntil(stretch.oldest)}`;
  const start = from?.afterId
    ? odata`RowKey gt ${entryRowKey(from.afterId)}`
    : odata`RowKey ge ${entryKeyFrom(Math.min(stretch.newest, from?.time ?? stretch.newest))}`;
  return `${odata`PartitionKey eq ${partition}`} and ${start} and ${end}`;
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' or ')})`;
}

const keyRow = z.object({ rowKey: z.string(), problemId: z.string() });

/** Counts by problem of the live entries in a stretch, from their keys; 1,000 entries a storage call. */
export async function countStretch(table: Table, stretch: Stretch): Promise<CountsOfStretch> {
  const counts = new Map<string, Map<number, HourCount>>();
  const filter = `${keyRange(stretch)} and live eq true`;
  for await (const { rows } of pagesOf(table, { filter, select: propertiesOf(keyRow) }))
    for (const row of rows) {
      const { rowKey, problemId } = keyRow.parse(row);
      noteEntry(counts, problemId, idOfEntryRow(rowKey));
    }
  return counts;
}

function noteEntry(counts: Map<string, Map<number, HourCount>>, problemId: string, id: string): void {
  const time = occurredAtOf(id);
  const hour = hourOfDay(time);
  const hours = counts.get(problemId) ?? new Map<number, HourCount>();
  counts.set(problemId, hours);
  const known = hours.get(hour);
  hours.set(hour, {
    count: (known?.count ?? 0) + 1,
    first: Math.min(known?.first ?? time, time),
    last: Math.max(known?.last ?? time, time),
    lastId: known && known.lastId > id ? known.lastId : id,
    thinned: false,
  });
}
