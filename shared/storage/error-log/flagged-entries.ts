import { odata } from '@azure/data-tables';
import { type ChangeProgress, maxConditions, type Stretch } from '../../domain/ports/error-log.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Table } from '../tables/table-service.ts';
import { entriesPerTransaction } from './day-writer.ts';
import { changeEntries, type EntryChange } from './entry-removal.ts';
import { problemProperties, type StoredEntry, storedEntryOf } from './entry-row.ts';
import { LedgerRoom } from './ledger-room.ts';
import { entryKeyFrom, entryKeyUntil, partition } from './row-keys.ts';

/** Hides the live entries of these problems in a stretch under a clean-up; run again after a stop, it does the rest. */
export function flagEntries(
  table: Table,
  stretch: Stretch,
  problems: ReadonlySet<string>,
  cleanup: string,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  const filter = `${range(stretch)} and live eq true${problemConditions(problems)}`;
  return changeAll(
    table,
    filter,
    { kind: 'flag', cleanup },
    (problemId) => problems.has(problemId),
    shouldStop,
  );
}

/** Brings back what a clean-up hid on a day. */
export function unflagEntries(
  table: Table,
  cleanup: string,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  return changeAll(table, flaggedBy(cleanup), { kind: 'unflag' }, () => true, shouldStop);
}

/** Strips what a clean-up hid on a day to tombstones. */
export function stripEntries(
  table: Table,
  cleanup: string,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  return changeAll(table, flaggedBy(cleanup), { kind: 'strip' }, () => true, shouldStop);
}

/** How many entries of a day a clean-up hides; 1,000 entries a storage call. */
export async function countFlagged(table: Table, cleanup: string): Promise<number> {
  let count = 0;
  const query = { filter: flaggedBy(cleanup), select: ['RowKey'] };
  for await (const { rows } of pagesOf(table, query)) count += rows.length;
  return count;
}

function range(stretch: Stretch): string {
  return odata`PartitionKey eq ${partition} and RowKey ge ${entryKeyFrom(stretch.newest)} and RowKey lt ${entryKeyUntil(stretch.oldest)}`;
}

function problemConditions(problems: ReadonlySet<string>): string {
  // With more problems than a query takes, the rows are filtered here.
  if (problems.size > maxConditions) return '';
  return ` and (${[...problems].map((id) => odata`problemId eq ${id}`).join(' or ')})`;
}

function flaggedBy(cleanup: string): string {
  return odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'} and cleanup eq ${cleanup}`;
}

/** The entries, split into what one transaction can change. */
function transactionsOf(entries: readonly StoredEntry[]): StoredEntry[][] {
  const chunks: StoredEntry[][] = [];
  let ledger = new LedgerRoom();
  for (const stored of entries) {
    const chunk = chunks.at(-1);
    if (chunk && chunk.length < entriesPerTransaction && ledger.takes(stored.entry)) {
      chunk.push(stored);
      continue;
    }
    ledger = new LedgerRoom();
    ledger.takes(stored.entry);
    chunks.push([stored]);
  }
  return chunks;
}

async function changeAll(
  table: Table,
  filter: string,
  change: EntryChange,
  isWanted: (problemId: string) => boolean,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  let changed = 0;
  let disturbed: boolean;
  do {
    disturbed = false;
    for await (const { rows } of pagesOf(table, { filter, select: problemProperties })) {
      const wanted = rows.map(storedEntryOf).filter(({ entry }) => isWanted(entry.problemId));
      for (const chunk of transactionsOf(wanted)) {
        if (shouldStop()) return { changed, finished: false };
        if (await changeEntries(table, chunk, change)) changed += chunk.length;
        else disturbed = true;
      }
    }
  } while (disturbed);
  return { changed, finished: true };
}
