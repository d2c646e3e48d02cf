import type { DaySummary, Stretch } from '../domain/ports/error-log.ts';
import { countKeyParts } from '../domain/problems/pair-counts.ts';
import { problemIdOf } from '../domain/problems/problem.ts';
import { filterMatchesPair } from '../domain/problems/problem-filter.ts';
import { hourMs, startOfDay } from '../domain/reports/days.ts';
import { type ErrorFilter, mayHaveStatus } from '../domain/reports/error-filter.ts';
import type { CurrentView } from './current-view.ts';

/** Where the matching entries of a day may be. */
export interface MatchingHours {
  /** Hours of the UTC day, 0–23. */
  readonly hours: ReadonlySet<number>;
  /** How many there may be at most. */
  readonly most: number;
}

/** The hours of a day that may hold matching entries, by the day's counts. */
export function matchingHours(
  { facts, counts }: DaySummary,
  filter: ErrorFilter,
  { decisions, recordDecisions, now }: Pick<CurrentView, 'decisions' | 'recordDecisions' | 'now'>,
): MatchingHours {
  const decidedAlone = new Set([...recordDecisions.values()].map(({ problemId }) => problemId));
  const hours = new Set<number>();
  let most = 0;
  for (const [key, day] of counts) {
    const { pairId } = countKeyParts(key);
    const pair = facts.get(pairId);
    if (pair && !filterMatchesPair(filter, pairId, pair)) continue;
    const problemId = problemIdOf(pairId);
    const decision = decisions.get(problemId);
    // What was decided on a record alone shows in its entries only.
    const hasOwn = decidedAlone.has(problemId);
    for (const [hour, count] of day.hours)
      if (count.count > 0 && (hasOwn || mayHaveStatus(filter.status, decision, count, now))) {
        hours.add(hour);
        most += count.count;
      }
  }
  return { hours, most };
}

/** The parts of a stretch with these hours of its day, newest first; gaps of up to `bridged` hours are part of them. */
export function stretchesOf(whole: Stretch, hours: ReadonlySet<number>, bridged: number): Stretch[] {
  const start = startOfDay(whole.day);
  return hourRuns(hours, bridged)
    .map(({ first, last }) => ({
      day: whole.day,
      newest: Math.min(whole.newest, start + (last + 1) * hourMs - 1),
      oldest: Math.max(whole.oldest, start + first * hourMs),
    }))
    .filter((stretch) => stretch.newest >= stretch.oldest);
}

/** Hours of a day joined into runs across gaps of up to `bridged` hours, latest first. */
function hourRuns(hours: ReadonlySet<number>, bridged: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const hour of [...hours].sort((one, other) => other - one)) {
    const run = runs.at(-1);
    if (run && run.first - hour <= bridged) run.first = hour;
    else runs.push({ first: hour, last: hour });
  }
  return runs;
}
