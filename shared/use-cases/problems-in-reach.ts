import { AppError } from '../domain/app-error.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { ProblemTraits } from '../domain/problems/problem.ts';
import type { HourCount, ProblemCounts } from '../domain/problems/problem-counts.ts';
import { dayOf, daysBack, endOfDay, hourMs, startOfDay } from '../domain/reports/days.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';

/** A problem with its counts after the horizon; hours oldest first, by the hour's start in ms since 1970. */
export interface ProblemInReach {
  readonly id: string;
  readonly traits: ProblemTraits;
  readonly sampleMessage: string;
  readonly hours: ReadonlyMap<number, HourCount>;
}

/** Storage calls for the counts of one day; a million ledger rows that nobody compacted would take a thousand. */
const maxCallsPerDay = 200;
/**
 * Hours that lost entries and are read again for when a problem was first and last seen, and the entries they may hold
 * together: an answer must not cost more the more errors there are.
 */
const maxHoursReadAgain = 8;
const maxEntriesReadAgain = 3000;

/**
 * All problems with entries after the horizon (ms since 1970), by id. Counts are exact; the first and the last entry of
 * an hour that lost some may lie further out than those that are left.
 */
export function problemCountsInReach(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  horizon: number,
  now: Date,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  return problemsIn(errorLog, daysInReach(horizon, now), horizon);
}

/**
 * As {@link problemCountsInReach}, with first and last exact too where few entries are left in such an hour; with
 * `only`, no more than that one.
 */
export async function problemsInReach(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  horizon: number,
  now: Date,
  only?: string,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  const { problems, sizes } = await readProblems(errorLog, daysInReach(horizon, now), horizon, only);
  for (const hour of thinnedEdges(problems, sizes))
    await readAgain(errorLog, problems, hour, Math.max(hour, horizon + 1));
  return withEntries(problems);
}

/** The problems of these days (newest first) with what occurred after a moment (ms since 1970), by id. */
export async function problemsIn(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  days: readonly string[],
  horizon: number,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  return withEntries((await readProblems(errorLog, days, horizon)).problems);
}

function daysInReach(horizon: number, now: Date): string[] {
  return daysBack(now.getTime() + futureToleranceMs, horizon + 1);
}

type ProblemsRead = Map<string, ProblemInReach & { readonly hours: Map<number, HourCount> }>;

async function readProblems(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  days: readonly string[],
  horizon: number,
  only?: string,
): Promise<{ readonly problems: ProblemsRead; readonly sizes: ReadonlyMap<number, number> }> {
  const summaries = await Promise.all(
    days.map(async (day) => [day, await daySummary(errorLog, day)] as const),
  );
  const problems: ProblemsRead = new Map();
  const sizes = new Map<number, number>();
  for (const [day, counts] of summaries.reverse()) {
    for (const [id, { traits, sampleMessage, hours }] of counts) {
      for (const [hour, { count }] of hours) {
        const at = startOfDay(day) + hour * hourMs;
        sizes.set(at, (sizes.get(at) ?? 0) + count);
      }
      // Hours of others that lost entries need not be read again for this one.
      if (only !== undefined && id !== only) continue;
      const known = problems.get(id)?.hours ?? new Map<number, HourCount>();
      for (const [hour, count] of [...hours].sort(([one], [other]) => one - other)) {
        const at = startOfDay(day) + hour * hourMs;
        if (count.count > 0 && at + hourMs - 1 > horizon) known.set(at, count);
      }
      problems.set(id, { id, traits, sampleMessage, hours: known });
    }
  }
  const cut = Math.floor(horizon / hourMs) * hourMs;
  if ([...problems.values()].some(({ hours }) => hours.has(cut)))
    await readAgain(errorLog, problems, cut, horizon + 1);
  return { problems, sizes };
}

function withEntries(problems: ProblemsRead): ReadonlyMap<string, ProblemInReach> {
  return new Map([...problems].filter(([, { hours }]) => hours.size > 0));
}

/**
 * All counts of a day.
 * @throws {AppError} storage-unavailable while a compaction rewrites them
 */
export async function daySummary(errorLog: Pick<ErrorLog, 'summary'>, day: string): Promise<ProblemCounts> {
  const { counts, complete } = await errorLog.summary(day, maxCallsPerDay);
  if (!complete)
    throw new AppError('storage-unavailable', 'The counts of a day are being rewritten', {
      retryAfterSeconds: 5,
    });
  return counts;
}

/** Counts one hour from the keys of its entries, from `oldest` (ms since 1970) on. */
async function readAgain(
  errorLog: Pick<ErrorLog, 'count'>,
  problems: ReadonlyMap<string, { readonly hours: Map<number, HourCount> }>,
  hour: number,
  oldest: number,
): Promise<void> {
  const day = dayOf(hour);
  const counted = await errorLog.count({ day, newest: Math.min(hour + hourMs - 1, endOfDay(day)), oldest });
  for (const [id, { hours }] of problems) {
    const count = [...(counted.get(id)?.values() ?? [])][0];
    if (count) hours.set(hour, count);
    else hours.delete(hour);
  }
}

/** The first and last hours of problems that lost entries: the known first or last one may be among the lost. */
function thinnedEdges(
  problems: ReadonlyMap<string, { readonly hours: ReadonlyMap<number, HourCount> }>,
  sizes: ReadonlyMap<number, number>,
): number[] {
  const edges = new Set<number>();
  for (const { hours } of problems.values()) {
    const all = [...hours.keys()];
    for (const edge of [all[0], all.at(-1)])
      if (edge !== undefined && hours.get(edge)?.thinned) edges.add(edge);
  }
  let entriesLeft = maxEntriesReadAgain;
  const readable = [...edges]
    .sort((one, other) => other - one)
    .filter((hour) => {
      entriesLeft -= sizes.get(hour) ?? 0;
      return entriesLeft >= 0;
    });
  return readable.slice(0, maxHoursReadAgain);
}
