import type { ErrorLog } from '../domain/ports/error-log.ts';
import { filterMatchesPair, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { recordOf } from '../domain/problems/record-failures.ts';
import { dayOf, daysBack, endOfDay, startOfDay } from '../domain/reports/days.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import type { CountedRecord } from './counted-records.ts';
import type { CurrentView } from './current-view.ts';
import type { KnownProblem } from './known-problems.ts';

/** Pages of 1,000 entries read to count records again. */
const maxPages = 8;
/** Records whose newest entries are looked for with one storage call. */
const recordsPerRead = 10;

/** What the entries of a record of a problem tell; times in ms since 1970. */
export interface FoundEntries {
  readonly id: string;
  /** Its newest entry of this problem, which names both sides. */
  readonly entry: ErrorEntry;
  readonly count: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** The entries of the records of one problem: they name both sides, and count what the counts cannot tell. */
export class RecordEntries {
  readonly #errorLog: Pick<ErrorLog, 'read'>;
  readonly #problem: KnownProblem;
  readonly #filter: ProblemFilter;
  readonly #view: CurrentView;

  constructor(
    errorLog: Pick<ErrorLog, 'read'>,
    problem: KnownProblem,
    filter: ProblemFilter,
    view: CurrentView,
  ) {
    this.#errorLog = errorLog;
    this.#problem = problem;
    this.#filter = { company: filter.company, mapping: filter.mapping, problem: [problem.id] };
    this.#view = view;
  }

  /**
   * The records with their newest entries: one storage call for several of them, at most one for each, and few for those
   * that are counted again. Records without entries are left out.
   */
  async complete(records: readonly CountedRecord[]): Promise<FoundEntries[]> {
    const recounted = await this.#recount(records.filter(({ isInexact }) => isInexact));
    const newest = await this.#newestOf(records.filter(({ id }) => !recounted.has(id)));
    return records.flatMap((record) => {
      const entries = recounted.get(record.id);
      const entry = newest.get(record.id);
      return entries ? ofEntries(record.id, entries) : entry ? [ofCounts(record, entry)] : [];
    });
  }

  /** The newest entry of each record, where it occurred as the counts tell. */
  async #newestOf(records: readonly CountedRecord[]): Promise<Map<string, ErrorEntry>> {
    const found = new Map<string, ErrorEntry>();
    const look = async (some: readonly CountedRecord[]) => {
      const times = some.map(({ last }) => last);
      const { entries } = await this.#read(Math.max(...times), Math.min(...times), 1);
      const wanted = new Set(some.map(({ id }) => id));
      for (const entry of entries) {
        const record = recordOf(entry.report);
        if (record && wanted.delete(record)) found.set(record, entry);
      }
    };
    await Promise.all(neighbours(records).map(look));
    // Between two of them there may be too many entries of others.
    await Promise.all(records.filter(({ id }) => !found.has(id)).map((record) => look([record])));
    return found;
  }

  /** The visible entries of these records, newest first; none where they are too many to count. */
  async #recount(records: readonly CountedRecord[]): Promise<Map<string, ErrorEntry[]>> {
    if (records.length === 0) return new Map();
    const wanted = new Map(records.map(({ id }): [string, ErrorEntry[]] => [id, []]));
    const newest = Math.max(...records.map(({ last }) => last));
    const oldest = Math.max(this.#view.horizon.retention + 1, Math.min(...records.map(({ first }) => first)));
    const { entries, isWhole } = await this.#read(newest, oldest, maxPages);
    if (!isWhole) return new Map();
    for (const entry of entries) {
      const record = recordOf(entry.report);
      if (record) wanted.get(record)?.push(entry);
    }
    return wanted;
  }

  async #read(newest: number, oldest: number, pages: number) {
    const entries: ErrorEntry[] = [];
    let left = pages;
    for (const day of daysBack(newest, oldest)) {
      const from = Math.max(oldest, startOfDay(day));
      for (const part of this.#view.horizon.visibleParts(Math.min(newest, endOfDay(day)), from)) {
        const stretch = { day: dayOf(from), newest: part.newest, oldest: part.oldest };
        const { epochFrom } = part;
        let at: Awaited<ReturnType<ErrorLog['read']>>['next'];
        do {
          if (left-- <= 0) return { entries, isWhole: false };
          const page = await this.#errorLog.read({
            stretch,
            from: at,
            epochFrom,
            filter: this.#filter,
            most: 1000,
          });
          entries.push(...page.entries.filter((entry) => this.#isMeant(entry)));
          at = page.next;
        } while (at);
      }
    }
    return { entries, isWhole: true };
  }

  #isMeant({ pairId, counted, report, epoch }: ErrorEntry): boolean {
    const isHidden = this.#view.horizon.hides(report.occurredAt.getTime(), epoch);
    return (
      !isHidden && filterMatchesPair(this.#filter, pairId, counted) && pairId.startsWith(this.#problem.id)
    );
  }
}

/** The records in groups that failed last on the same day, one after the other. */
function neighbours(records: readonly CountedRecord[]): CountedRecord[][] {
  const newestFirst = records.toSorted((one, other) => other.last - one.last);
  const byDay = Map.groupBy(newestFirst, ({ last }) => dayOf(last));
  return [...byDay.values()].flatMap((ofDay) =>
    Array.from({ length: Math.ceil(ofDay.length / recordsPerRead) }, (_, index) =>
      ofDay.slice(index * recordsPerRead, (index + 1) * recordsPerRead),
    ),
  );
}

function ofCounts({ id, count, first, last }: CountedRecord, entry: ErrorEntry): FoundEntries {
  return { id, entry, count, firstSeenAt: first, lastSeenAt: last };
}

function ofEntries(id: string, entries: readonly ErrorEntry[]): FoundEntries[] {
  const [newest] = entries;
  const oldest = entries.at(-1);
  if (!newest || !oldest) return [];
  const timeOf = ({ report }: ErrorEntry) => report.occurredAt.getTime();
  return [
    {
      id,
      entry: newest,
      count: entries.length,
      firstSeenAt: timeOf(oldest),
      lastSeenAt: timeOf(newest),
    },
  ];
}
