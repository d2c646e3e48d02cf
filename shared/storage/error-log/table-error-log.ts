import type {
  ChangeProgress,
  CompactionResult,
  CountsOfStretch,
  DaySummary,
  ErrorLog,
  ErrorLogUpkeep,
  StoreOutcome,
  Stretch,
  StretchPage,
  StretchQuery,
} from '../../domain/ports/error-log.ts';
import { dayMs, dayOf } from '../../domain/reports/days.ts';
import { occurredAtOf } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { dayOfTable, dayTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { compact } from './compaction.ts';
import { countStretch, readStretch } from './day-reader.ts';
import { readSummary } from './day-summary.ts';
import { DayWriter, type WritingOptions } from './day-writer.ts';
import { changeEntries } from './entry-removal.ts';
import { storedEntryOf } from './entry-row.ts';
import { countFlagged, flagEntries, stripEntries, unflagEntries } from './flagged-entries.ts';
import { entryRowKey, partition } from './row-keys.ts';

/** The error log on day tables `<prefix>YYYYMMDD`. */
export class TableErrorLog implements ErrorLog, ErrorLogUpkeep {
  readonly #tables: TableService;
  readonly #prefix: string;
  readonly #writers = new Map<string, DayWriter>();
  readonly #writing: WritingOptions;

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
    const stored = row && storedEntryOf(row);
    return stored?.live ? stored.entry : undefined;
  }

  read(query: StretchQuery): Promise<StretchPage> {
    return readStretch(this.#day(query.stretch.day), query);
  }

  summary(day: string, maxCalls: number): Promise<DaySummary> {
    return readSummary(this.#day(day), maxCalls);
  }

  count(stretch: Stretch): Promise<CountsOfStretch> {
    return countStretch(this.#day(stretch.day), stretch);
  }

  async remove(id: string): Promise<boolean> {
    const table = this.#tableOf(id);
    for (;;) {
      const row = await table.get(partition, entryRowKey(id));
      const stored = row && storedEntryOf(row);
      if (!stored?.live) return false;
      if (await changeEntries(table, [stored], { kind: 'strip' })) return true;
      // Changed meanwhile, or our first answer was lost. In both cases it is removed if it is not live any more.
      const after = await table.get(partition, entryRowKey(id));
      if (!after || !storedEntryOf(after).live) return true;
    }
  }

  flag(
    stretch: Stretch,
    problems: ReadonlySet<string>,
    cleanup: string,
    shouldStop: () => boolean,
  ): Promise<ChangeProgress> {
    return flagEntries(this.#day(stretch.day), stretch, problems, cleanup, shouldStop);
  }

  unflag(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress> {
    return unflagEntries(this.#day(day), cleanup, shouldStop);
  }

  strip(day: string, cleanup: string, shouldStop: () => boolean): Promise<ChangeProgress> {
    return stripEntries(this.#day(day), cleanup, shouldStop);
  }

  flagged(day: string, cleanup: string): Promise<number> {
    return countFlagged(this.#day(day), cleanup);
  }

  compact(day: string, shouldStop: () => boolean): Promise<CompactionResult> {
    return compact(this.#day(day), shouldStop);
  }

  async days(): Promise<string[]> {
    const names = await this.#tables.tableNames(this.#prefix);
    return names
      .map((name) => dayOfTable(this.#prefix, name))
      .filter((day) => day !== undefined)
      .sort();
  }

  createDay(day: string): Promise<void> {
    return this.#day(day).create();
  }

  async dropDay(day: string): Promise<void> {
    this.#writers.delete(day);
    await this.#day(day).drop();
  }

  #tableOf(id: string): Table {
    return this.#day(dayOf(occurredAtOf(id)));
  }

  #day(day: string): Table {
    return this.#tables.table(dayTable(this.#prefix, day));
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
