import { odata } from '@azure/data-tables';
import type {
  ChangeProgress,
  EntryFate,
  EntryTest,
  StoredFilter,
  Stretch,
} from '../../domain/ports/error-log.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import {
  entityJson,
  type TransactionOperation,
  transactionLimits,
} from '../tables/entity-group-transaction.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Table } from '../tables/table-service.ts';
import { CleanupGuards } from './cleanup-guards.ts';
import { ledgerOperation } from './counting-row.ts';
import { countedProperties, type StoredEntry, storedEntriesOf } from './entry-row.ts';
import { entryKeyFrom, entryKeyUntil, partition } from './row-keys.ts';
import { conditionsOf } from './stretch-conditions.ts';
import { newCommit } from './waiting-entry.ts';

/** A day's table and its first moment, ms since 1970. */
export interface DayOfEntries {
  readonly table: Table;
  readonly start: number;
}

/** Flags the live entries that match as hidden by a clean-up; bounded, and goes on where it stopped. */
export async function flagEntries(
  day: DayOfEntries,
  { stretch, filter, matches }: { stretch: Stretch; filter: StoredFilter; matches: EntryTest },
  cleanup: string,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  const guards = new CleanupGuards(day.table);
  if (!(await guards.isOpen(cleanup))) return { changed: 0, finished: false };
  const conditions = [liveIn(stretch), ...conditionsOf({ filter })];
  return changeAll(day.table, conditions.join(' and '), shouldStop, {
    guards: 1,
    matches,
    change: async (entries) => {
      const result = await day.table.transaction(partition, [
        ...entries.map((stored) => mergeOperation(stored, { live: false, cleanup, handedOver: false })),
        ledgerOperation({ removed: entries.map(({ entry }) => entry) }, day.start, newCommit()),
        guards.operation(cleanup),
      ]);
      if (result.done) guards.note(result.etags);
      else if (!(await guards.isOpen(cleanup))) return 'closed';
      return result.done ? 'done' : 'disturbed';
    },
  });
}

/** Ends what a clean-up hid: entries are shown again, handed over to another clean-up that selects them, or stripped. */
export async function unflagEntries(
  day: DayOfEntries,
  cleanup: string,
  fateOf: (entry: ErrorEntry) => EntryFate,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  const guards = new CleanupGuards(day.table);
  await guards.close(cleanup);
  return changeAll(day.table, flaggedBy(cleanup), shouldStop, {
    guards: 1,
    matches: () => true,
    change: async (entries) => {
      const byFate = Map.groupBy(entries, ({ entry }) => fateName(fateOf(entry)));
      for (const [fate, own] of byFate) {
        const result = await day.table.transaction(partition, await unflagOperations(day, guards, fate, own));
        if (!result.done) return 'disturbed';
        guards.note(result.etags);
      }
      return 'done';
    },
  });
}

/** A fate as a text: ids, or one of the two words. */
function fateName(fate: EntryFate): string {
  return typeof fate === 'string' ? fate : fate.heirs.join(',');
}

async function unflagOperations(
  day: DayOfEntries,
  guards: CleanupGuards,
  fate: string,
  entries: readonly StoredEntry[],
): Promise<TransactionOperation[]> {
  if (fate === 'strip') return entries.map(stripOperation);
  // The guard of an heir has to be open: it may be undone at the same moment.
  for (const heir of fate === 'show' ? [] : fate.split(','))
    if (await guards.isOpen(heir))
      return [
        ...entries.map((stored) => mergeOperation(stored, { cleanup: heir, handedOver: true })),
        guards.operation(heir),
      ];
  return [
    ...entries.map((stored) => mergeOperation(stored, { live: true, cleanup: '' })),
    ledgerOperation({ added: entries.map(({ entry }) => entry) }, day.start, newCommit()),
  ];
}

/** Strips what a clean-up flagged to tombstones: the keys alone, so that the reports stay known. */
export function stripFlagged(
  { table }: DayOfEntries,
  cleanup: string,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  return changeAll(table, flaggedBy(cleanup), shouldStop, {
    guards: 0,
    matches: () => true,
    // What was flagged was taken from the counts then.
    change: async (entries) =>
      (await table.transaction(partition, entries.map(stripOperation))).done ? 'done' : 'disturbed',
  });
}

/** Strips the live entries of a stretch that match to tombstones. */
export function stripLive(
  day: DayOfEntries,
  stretch: Stretch,
  matches: EntryTest,
  shouldStop: () => boolean,
): Promise<ChangeProgress> {
  return changeAll(day.table, liveIn(stretch), shouldStop, {
    guards: 0,
    matches,
    change: async (entries) => ((await stripEntries(day, entries)) ? 'done' : 'disturbed'),
  });
}

/** Strips up to 99 live entries, and takes them from the counts; false when one changed meanwhile, and nothing was done. */
export async function stripEntries(day: DayOfEntries, entries: readonly StoredEntry[]): Promise<boolean> {
  const result = await day.table.transaction(partition, [
    ...entries.map(stripOperation),
    ledgerOperation({ removed: entries.map(({ entry }) => entry) }, day.start, newCommit()),
  ]);
  return result.done;
}

/** How many entries of a day a clean-up hid, without those that were handed over to it; a thousand a storage call. */
export async function countFlagged(table: Table, cleanup: string): Promise<number> {
  let count = 0;
  for await (const { rows } of pagesOf(table, { filter: flaggedBy(cleanup), select: ['handedOver'] }))
    count += rows.filter((row) => row['handedOver'] !== true).length;
  return count;
}

function mergeOperation(
  { rowKey, etag }: StoredEntry,
  properties: Readonly<Record<string, string | boolean>>,
): TransactionOperation {
  return { kind: 'merge', rowKey, etag, json: entityJson(partition, rowKey, properties) };
}

function stripOperation({ rowKey, etag }: StoredEntry): TransactionOperation {
  return { kind: 'replace', rowKey, etag, json: entityJson(partition, rowKey, { live: false }) };
}

function liveIn({ newest, oldest }: Stretch): string {
  return odata`PartitionKey eq ${partition} and RowKey ge ${entryKeyFrom(newest)} and RowKey lt ${entryKeyUntil(oldest)} and live eq true`;
}

function flaggedBy(cleanup: string): string {
  return odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'} and cleanup eq ${cleanup}`;
}

/** A change of entries, many at a time. */
interface Change {
  /** Guards that each transaction changes too. */
  readonly guards: number;
  readonly matches: EntryTest;
  /** One transaction; `closed` when it must not go on. */
  readonly change: (entries: readonly StoredEntry[]) => Promise<'done' | 'disturbed' | 'closed'>;
}

async function changeAll(
  table: Table,
  filter: string,
  shouldStop: () => boolean,
  { guards, matches, change }: Change,
): Promise<ChangeProgress> {
  const size = transactionLimits.rows - 1 - guards;
  let changed = 0;
  let isDisturbed: boolean;
  do {
    isDisturbed = false;
    for await (const { rows } of pagesOf(table, { filter, select: countedProperties })) {
      const meant = storedEntriesOf(rows).filter(({ entry }) => matches(entry));
      for (let start = 0; start < meant.length; start += size) {
        if (shouldStop()) return { changed, finished: false };
        const part = meant.slice(start, start + size);
        const outcome = await change(part);
        if (outcome === 'closed') return { changed, finished: false };
        if (outcome === 'done') changed += part.length;
        else isDisturbed = true;
      }
    }
  } while (isDisturbed);
  return { changed, finished: true };
}
