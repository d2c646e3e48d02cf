import { odata } from '@azure/data-tables';
import type { Horizon } from '../../shared/domain/cleanups/horizon.ts';
import { countKey } from '../../shared/domain/problems/pair-counts.ts';
import { recordOf } from '../../shared/domain/problems/record-failures.ts';
import { hourMs } from '../../shared/domain/reports/days.ts';
import { occurredAtOf } from '../../shared/domain/reports/entry-id.ts';
import { storedEntryOf } from '../../shared/storage/error-log/entry-row.ts';
import { partition } from '../../shared/storage/error-log/row-keys.ts';
import { pagesOf } from '../../shared/storage/tables/pages.ts';
import type { Row, Table } from '../../shared/storage/tables/table-service.ts';

/** An entry as its row in a table says. */
export interface FoundEntry {
  readonly id: string;
  readonly time: number;
  readonly pairId: string;
  readonly problemId: string;
  readonly epoch: string;
  readonly record: string | undefined;
  readonly message: string;
  readonly live: boolean;
  /** The clean-up that hides it. */
  readonly cleanup: string | undefined;
  /** Only its key is left. */
  readonly isTombstone: boolean;
}

/** The visible entries of one pair and epoch in one hour. */
export interface HourRecount {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly lastId: string;
}

/** All entries of a day table, from their rows. */
export async function entriesIn(table: Table): Promise<FoundEntry[]> {
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'}`;
  const rows: Row[] = [];
  for await (const page of pagesOf(table, { filter })) rows.push(...page.rows);
  return rows.map((row) => {
    const { entry, live, cleanup } = storedEntryOf(row);
    const { id, pairId, problemId, epoch, report } = entry;
    const isTombstone = row['commit'] === undefined;
    const { message } = report;
    const record = isTombstone ? undefined : recordOf(report);
    return {
      id,
      time: occurredAtOf(id),
      pairId,
      problemId,
      epoch,
      record,
      message,
      live,
      cleanup,
      isTombstone,
    };
  });
}

/** The live entries that are not hidden, counted by pair, epoch and hour (its start in ms since 1970): `key at`. */
export function recount(entries: readonly FoundEntry[], horizon?: Horizon): Map<string, HourRecount> {
  const hours = new Map<string, HourRecount>();
  for (const { id, time, pairId, epoch, live } of entries) {
    if (!live || horizon?.hides(time, epoch)) continue;
    const key = `${countKey(pairId, epoch)} ${Math.floor(time / hourMs) * hourMs}`;
    const known = hours.get(key);
    hours.set(key, {
      count: (known?.count ?? 0) + 1,
      first: Math.min(known?.first ?? time, time),
      last: Math.max(known?.last ?? time, time),
      lastId: known && known.lastId > id ? known.lastId : id,
    });
  }
  return hours;
}

/** How many live entries each record has, by `key record`. */
export function recountRecords(entries: readonly FoundEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pairId, epoch, record, live } of entries) {
    if (!live || !record) continue;
    const key = `${countKey(pairId, epoch)} ${record}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
