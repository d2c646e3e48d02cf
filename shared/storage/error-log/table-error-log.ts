import { odata } from '@azure/data-tables';
import type {
  ChangeProgress,
  DaySummary,
  EntryFate,
  EntryTest,
  ErrorLog,
  ErrorLogUpkeep,
  FoldResult,
  SearchedPage,
  SearchQuery,
  StoredDays,
  StoredFilter,
  StoreOutcome,
  Stretch,
  StretchPage,
  StretchQuery,
} from '../../domain/ports/error-log.ts';
import type { DayCounts } from '../../domain/problems/pair-counts.ts';
import { dayMs, dayOf, startOfDay } from '../../domain/reports/days.ts';
import { occurredAtOf } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { pagesOf } from '../tables/pages.ts';
import { dayOfTable, dayTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { countStretch, readStretch, searchStretch } from './day-reader.ts';
import { readSummary } from './day-summary.ts';
import { DayWriter, type WritingOptions } from './day-writer.ts';
import {
  countFlagged,
  type DayOfEntries,
  flagEntries,
  stripEntries,
  stripFlagged,
  stripLive,
  unflagEntries,
} from './entry-changes.ts';
import { storedEntriesOf } from './entry-row.ts';
import { fold } from './fold.ts';
import { entryRowKey, partition } from './row-keys.ts';
import { appliesWhole } from './stretch-conditions.ts';
import { SummaryCache } from './summary-cache.ts';

/** The error log on day tables `<prefix>YYYYMMDD`. */
export class TableErrorLog implements ErrorLog, ErrorLogUpkeep {
  readonly #tables: TableService;
  readonly #prefix: string;
  readonly #writers = new Map<string, DayWriter>();
  readonly #writing: WritingOptions;
  readonly #summaries = new SummaryCache();

  constructor(tables: TableService, prefix: string, writing: WritingOptions = {}) {
    this.#tables = tables;
    this.#prefix = prefix;
    this.#writing = writing;
  }

  async store(entries: readonly ErrorEntry[]): Promise<ReadonlyMap<string, StoreOutcome>> {
    // By the number of the day: writing its name for each of thousands of entries takes time.
    const byDay = Map.groupBy(entries, (entry) => Math.floor(occurredAtOf(entry.id) / dayMs));
    const outcomes = await Promise.all(
      [...byDay].map(([day, own]) => this.#writer(dayOf(day * dayMs)).store(own)),
    );
    return new Map(outcomes.flatMap((one) => [...one]));
  }

  async get(id: string): Promise<ErrorEntry | undefined> {
    const row = await this.#tableOf(id).get(partition, entryRowKey(id));
    const [stored] = storedEntriesOf(row ? [row] : []);
    return stored?.live ? stored.entry : undefined;
  }

  applies(filter: StoredFilter): boolean {
    return appliesWhole(filter);
  }

  read(query: StretchQuery): Promise<StretchPage> {
    return readStretch(this.#table(query.stretch.day), query);
  }

  search(query: SearchQuery): Promise<SearchedPage> {
    return searchStretch(this.#table(query.stretch.day), query);
  }

  summary(day: string, maxCalls: number, withRecords = false): Promise<DaySummary> {
    return readSummary(this.#day(day), { maxCalls, withRecords }, this.#summaries);
  }

  count(stretch: Stretch): Promise<DayCounts> {
    return countStretch(this.#table(stretch.day), stretch);
  }

  async remove(id: string, isVisible: EntryTest): Promise<boolean> {
    const day = this.#day(dayOf(occurredAtOf(id)));
    for (;;) {
      const row = await day.table.get(partition, entryRowKey(id));
      const [stored] = storedEntriesOf(row ? [row] : []);
      if (!stored?.live || !isVisible(stored.entry)) return false;
      if (await stripEntries(day, [stored])) return true;
      // Changed meanwhile, or the answer to a repeated call was lost: if it is not there now, that is what was asked for.
      const after = await day.table.get(partition, entryRowKey(id));
      if (!storedEntriesOf(after ? [after] : [])[0]?.live) return true;
    }
  }

  flag(
    stretch: Stretch,
    filter: StoredFilter,
    cleanup: string,
    matches: EntryTest,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress> {
    return flagEntries(this.#day(stretch.day), { stretch, filter, matches }, cleanup, shouldStop);
  }

  unflag(
    day: string,
    cleanup: string,
    fateOf: (entry: ErrorEntry) => EntryFate,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress> {
    return unflagEntries(this.#day(day), cleanup, fateOf, shouldStop);
  }

  strip(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress> {
    return stripFlagged(this.#day(day), cleanup, shouldStop);
  }

  stripHidden(stretch: Stretch, matches: EntryTest, shouldStop: () => boolean): Promise<ChangeProgress> {
    return stripLive(this.#day(stretch.day), stretch, matches, shouldStop);
  }

  async hasEntriesSince(day: string, epoch: string): Promise<boolean> {
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'} and epoch ge ${epoch}`;
    for await (const { rows } of pagesOf(this.#table(day), { filter, select: ['RowKey'], top: 1 }))
      if (rows.length > 0) return true;
    return false;
  }

  flagged(day: string, cleanup: string): Promise<number> {
    return countFlagged(this.#table(day), cleanup);
  }

  fold(day: string, shouldStop: () => boolean): Promise<FoldResult> {
    return fold(this.#table(day), startOfDay(day), shouldStop);
  }

  async days(): Promise<StoredDays> {
    const { names, at } = await this.#tables.tableNames(this.#prefix);
    const days = names
      .map((name) => dayOfTable(this.#prefix, name))
      .filter((day) => day !== undefined)
      .sort();
    return { days, at };
  }

  createDay(day: string): Promise<void> {
    return this.#table(day).create();
  }

  async dropDay(day: string): Promise<void> {
    this.#writers.delete(day);
    await this.#table(day).drop();
  }

  #tableOf(id: string): Table {
    return this.#table(dayOf(occurredAtOf(id)));
  }

  #table(day: string): Table {
    return this.#tables.table(dayTable(this.#prefix, day));
  }

  #day(day: string): DayOfEntries {
    return { table: this.#table(day), start: startOfDay(day) };
  }

  #writer(day: string): DayWriter {
    let writer = this.#writers.get(day);
    if (!writer) {
      writer = new DayWriter(this.#day(day), this.#writing);
      this.#writers.set(day, writer);
    }
    return writer;
  }
}
