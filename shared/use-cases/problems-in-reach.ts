import { AppError } from '../domain/app-error.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { ProblemTraits } from '../domain/problems/problem.ts';
import type { HourCount, ProblemCounts } from '../domain/problems/problem-counts.ts';
import { dayOf, daysBack, endOfDay, hourMs, startOfDay } from '../domain/reports/days.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';
import type { CurrentView } from './current-view.ts';

/** A problem with its counts after the horizon. */
export interface ProblemInReach {
  readonly id: string;
  readonly traits: ProblemTraits;
  readonly sampleMessage: string;
  /** By the start of the hour in ms since 1970, oldest first. */
  readonly hours: ReadonlyMap<number, HourCount>;
}

type Reach = Pick<CurrentView, 'horizon' | 'now'>;

/** Storage calls for the counts of one day. A million ledger rows before their compaction would take a thousand. */
const maxCallsPerDay = 200;
/**
 * Bounds for reading hours with removed entries again, to find when a problem was first and last seen: hours, and the
 * entries in them together. The cost of an answer must not grow with the number of errors.
 */
const maxHoursReadAgain = 8;
const maxEntriesReadAgain = 3000;

/**
 * All problems with entries after the horizon, by id. Counts are exact. In an hour with removed entries, the first and
 * last time may be those of removed ones.
 */
export function problemCountsInReach(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  view: Reach,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  return problemsIn(errorLog, daysInReach(view), view.horizon);
}

/**
 * All problems with entries after the horizon, by id, or only the one with the id `only`. Like
 * {@link problemCountsInReach}, but hours with removed entries are read again for their first and last time, up to a
 * bound.
 */
export async function problemsInReach(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  view: Reach,
  only?: string,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  const { problems, sizes } = await readProblems(errorLog, daysInReach(view), view.horizon, only);
  for (const hour of thinnedEdges(problems, sizes))
    await readAgain(errorLog, problems, hour, Math.max(hour, view.horizon + 1));
  return withEntries(problems);
}

/** The problems with entries on these days (newest first) after the horizon (ms since 1970), by id. */
export async function problemsIn(
  errorLog: Pick<ErrorLog, 'summary' | 'count'>,
  days: readonly string[],
  horizon: number,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  return withEntries((await readProblems(errorLog, days, horizon)).problems);
}

function daysInReach({ horizon, now }: Reach): string[] {
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

/** First and last hours of problems, where entries were removed: their first or last time may be that of a removed one. */
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
