import { AppError } from '../domain/app-error.ts';
import type { Horizon } from '../domain/cleanups/horizon.ts';
import type { DaySummary, ErrorLog } from '../domain/ports/error-log.ts';
import { countKeyParts, type HourCount, isLastLiving, type PairDay } from '../domain/problems/pair-counts.ts';
import { type PairFacts, type ProblemTraits, problemIdOf, traitsOf } from '../domain/problems/problem.ts';
import { dayOf, daysBack, hourMs, startOfDay } from '../domain/reports/days.ts';
import { occurredAtOf } from '../domain/reports/entry-id.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';

/** Visible entries of one pair of problem and place that share an epoch. */
export interface CountInReach {
  readonly key: string;
  readonly pairId: string;
  readonly epoch: string;
  readonly facts: PairFacts;
  /** By the start of the hour in ms since 1970. */
  readonly hours: ReadonlyMap<number, HourCount>;
  /** Id of the newest entry; empty where it was deleted, and only the entries tell. */
  readonly lastId: string;
}

/** A problem with what readers see of it. */
export interface ProblemInReach {
  readonly id: string;
  readonly traits: ProblemTraits;
  readonly counts: readonly CountInReach[];
}

/** Ports for reading counts. */
export type CountsPort = Pick<ErrorLog, 'summary' | 'count'>;

/** Storage calls for the counts of one day. A million ledger rows before their fold would take a thousand. */
const maxCallsPerDay = 200;

/** All problems with visible entries, by id. Counts are exact to the millisecond. */
export function problemsInReach(
  errorLog: CountsPort,
  view: ReachView,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  return problemsOnDays(errorLog, daysInReach(view), view.horizon);
}

/** What decides which days are in reach. */
export interface ReachView {
  readonly horizon: Horizon;
  readonly now: Date;
}

/** The days that may have visible entries, newest first. */
export function daysInReach({ horizon, now }: ReachView): string[] {
  return daysBack(now.getTime() + futureToleranceMs, horizon.retention + 1);
}

/** The problems with visible entries on these days, by id. */
export async function problemsOnDays(
  errorLog: CountsPort,
  days: readonly string[],
  horizon: Horizon,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  return problemsOf(errorLog, await daySummaries(errorLog, days, false), horizon);
}

/** Summaries of some days, with the day of each; `withRecords` tells their records too. */
export function daySummaries(
  errorLog: Pick<ErrorLog, 'summary'>,
  days: readonly string[],
  withRecords: boolean,
): Promise<(DaySummary & { readonly day: string })[]> {
  return Promise.all(days.map(async (day) => ({ day, ...(await daySummary(errorLog, day, withRecords)) })));
}

/** The problems with visible entries that summaries tell of, by id. */
export async function problemsOf(
  errorLog: Pick<ErrorLog, 'count'>,
  summaries: readonly (DaySummary & { readonly day: string })[],
  horizon: Horizon,
): Promise<ReadonlyMap<string, ProblemInReach>> {
  const counts = new Map<string, CountBuilder>();
  for (const { day, facts, counts: ofDay } of summaries)
    for (const [key, pairDay] of ofDay) {
      const { pairId, epoch } = countKeyParts(key);
      const known = counts.get(key) ?? builderOf(key, facts.get(pairId));
      // Without facts nobody could say what is counted. A fold finds them again.
      if (!known) continue;
      addVisible(known, startOfDay(day), pairDay, horizon.at(epoch));
      counts.set(key, known);
    }
  await readCutHours(errorLog, counts, horizon);
  return grouped(counts);
}

/**
 * All counts of a day.
 * @throws {AppError} storage-unavailable while folds rewrite them
 */
export async function daySummary(
  errorLog: Pick<ErrorLog, 'summary'>,
  day: string,
  withRecords = false,
): Promise<DaySummary> {
  const summary = await errorLog.summary(day, maxCallsPerDay, withRecords);
  if (!summary.complete)
    throw new AppError('storage-unavailable', 'The counts of a day are being rewritten', {
      retryAfterSeconds: 5,
    });
  return summary;
}

interface CountBuilder extends CountInReach {
  readonly hours: Map<number, HourCount>;
  /** Hours in which only a part of the entries is visible. */
  readonly cutHours: Set<number>;
  lastId: string;
  lastDay: number;
}

function builderOf(key: string, facts: PairFacts | undefined): CountBuilder | undefined {
  return (
    facts && {
      key,
      ...countKeyParts(key),
      facts,
      hours: new Map(),
      cutHours: new Set(),
      lastId: '',
      lastDay: 0,
    }
  );
}

/** Adds the hours of a day that are visible, at least in part. */
function addVisible(known: CountBuilder, start: number, day: PairDay, horizon: number): void {
  for (const [hour, count] of day.hours) {
    const at = start + hour * hourMs;
    if (count.count <= 0 || at + hourMs - 1 <= horizon) continue;
    known.hours.set(at, count);
    if (at <= horizon) known.cutHours.add(at);
    if (start < known.lastDay) continue;
    known.lastDay = start;
    known.lastId = isLastLiving(day) && occurredAtOf(day.lastId) > horizon ? day.lastId : '';
  }
}

/** Counts the visible part of hours that a horizon cuts through from their entries. */
async function readCutHours(
  errorLog: Pick<ErrorLog, 'count'>,
  counts: ReadonlyMap<string, CountBuilder>,
  horizon: Horizon,
): Promise<void> {
  const cuts = Map.groupBy(
    [...counts.values()].flatMap((count) => [...count.cutHours].map((at) => ({ count, at }))),
    ({ count, at }) => `${at} ${horizon.at(count.epoch)}`,
  );
  await Promise.all(
    [...cuts.values()].map(async (cut) => {
      const [first] = cut;
      if (!first) return;
      const { at } = first;
      const day = dayOf(at);
      const stretch = { day, newest: at + hourMs - 1, oldest: horizon.at(first.count.epoch) + 1 };
      const visible = await errorLog.count(stretch);
      for (const { count } of cut) {
        const own = visible.get(count.key);
        const hour = own?.hours.get((at - startOfDay(day)) / hourMs);
        if (hour) count.hours.set(at, hour);
        else count.hours.delete(at);
        if (own && at === Math.max(...count.hours.keys())) count.lastId = own.lastId;
      }
    }),
  );
}

function grouped(counts: ReadonlyMap<string, CountBuilder>): ReadonlyMap<string, ProblemInReach> {
  const problems = new Map<string, { id: string; traits: ProblemTraits; counts: CountInReach[] }>();
  for (const count of counts.values()) {
    if (count.hours.size === 0) continue;
    const id = problemIdOf(count.pairId);
    const known = problems.get(id) ?? { id, traits: traitsOf(count.facts), counts: [] };
    known.counts.push(count);
    problems.set(id, known);
  }
  return problems;
}
