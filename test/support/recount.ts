import { odata } from '@azure/data-tables';
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
  readonly problemId: string;
  readonly message: string;
  readonly live: boolean;
  /** The clean-up that hides it. */
  readonly cleanup: string | undefined;
  /** Only its key is left. */
  readonly isTombstone: boolean;
}

/** The live entries of one problem in one hour. */
export interface HourRecount {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly lastId: string;
  /** Message of the last one. */
  readonly message: string;
}

/** All entries of a day table, from their rows. */
export async function entriesIn(table: Table): Promise<FoundEntry[]> {
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'}`;
  const rows: Row[] = [];
  for await (const page of pagesOf(table, { filter })) rows.push(...page.rows);
  return rows.map((row) => {
    const { entry, live, cleanup } = storedEntryOf(row);
    const { id, problemId, report } = entry;
    const isTombstone = row['commit'] === undefined;
    return { id, time: occurredAtOf(id), problemId, message: report.message, live, cleanup, isTombstone };
  });
}

/** The live entries after a horizon, counted by problem and hour (its start in ms since 1970): `problem at`. */
export function recount(entries: readonly FoundEntry[], horizon = -Infinity): Map<string, HourRecount> {
  const hours = new Map<string, HourRecount>();
  for (const { id, time, problemId, live, message } of entries) {
    if (!live || time <= horizon) continue;
    const key = `${problemId} ${Math.floor(time / hourMs) * hourMs}`;
    const known = hours.get(key);
    const isLast = !known || id > known.lastId;
    hours.set(key, {
      count: (known?.count ?? 0) + 1,
      first: Math.min(known?.first ?? time, time),
      last: Math.max(known?.last ?? time, time),
      lastId: isLast ? id : known.lastId,
      message: isLast ? message : known.message,
    });
  }
  return hours;
}
