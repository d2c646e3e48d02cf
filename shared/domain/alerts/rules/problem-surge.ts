import { dayMs, hourMs } from '../../reports/days.ts';
import { type AlertEvent, eventOf } from '../alert-event.ts';
import { type AlertContext, eventParts, isSilenced, type ProblemNow } from '../problem-now.ts';
import type { ToldProblem } from '../told-state.ts';

/** How many times the median of its earlier hours makes many. */
const timesMedian = 4;

/** Full hours below the half after which a surge is over. */
const calmHours = 2;

/**
 * Far more errors in a clock hour than a problem usually has, once it is a day old: more than the setting, and more than
 * four times the median of its earlier hours with errors. It is over after two full hours with fewer than half of that.
 */
export function problemSurge(
  told: ToldProblem,
  problem: ProblemNow,
  context: AlertContext,
): { readonly told: ToldProblem; readonly event?: AlertEvent } | undefined {
  const { surge } = told;
  if (surge && surge.overAt === undefined)
    return isSilenced(problem) ? { told: withoutSurge(told) } : over(told, surge, problem, context);
  return begun(told, problem, context);
}

function withoutSurge({ surge: _, ...told }: ToldProblem): ToldProblem {
  return told;
}

function begun(told: ToldProblem, problem: ProblemNow, { now, perHour }: AlertContext) {
  const { id, hours, status } = problem;
  if (status !== 'open' && status !== 'regressed') return undefined;
  const current = startOfHour(now);
  const from = Math.max(told.firstSeenAt + dayMs, told.surge?.overAt ?? 0);
  // Errors of the hour before may have come after the last run of it.
  for (const hour of [current - hourMs, current]) {
    const count = hours.get(hour) ?? 0;
    const threshold = Math.max(perHour, timesMedian * medianBefore(hours, hour));
    if (hour < from || count <= threshold) continue;
    return {
      told: { ...told, surge: { hour, threshold } },
      event: eventOf(id, { rule: 'problem-surge', at: hour, ...eventParts(problem, count) }),
    };
  }
  return undefined;
}

function over(
  told: ToldProblem,
  surge: NonNullable<ToldProblem['surge']>,
  problem: ProblemNow,
  { now }: AlertContext,
) {
  const { id, hours } = problem;
  const isCalm = (hour: number) => (hours.get(hour) ?? 0) < surge.threshold / 2;
  for (let hour = surge.hour + hourMs; hour + calmHours * hourMs <= startOfHour(now); hour += hourMs) {
    if (!isCalm(hour) || !isCalm(hour + hourMs)) continue;
    const overAt = hour + calmHours * hourMs;
    return {
      told: { ...told, surge: { ...surge, overAt } },
      event: eventOf(id, {
        rule: 'problem-surge',
        over: true,
        at: overAt,
        ...eventParts(problem, undefined),
      }),
    };
  }
  return undefined;
}

function startOfHour(time: number): number {
  return Math.floor(time / hourMs) * hourMs;
}

/** Median of the counts of the hours before this one that have errors; 0 where there is none. */
function medianBefore(hours: ReadonlyMap<number, number>, before: number): number {
  const counts = [...hours]
    .filter(([hour, count]) => hour < before && count > 0)
    .map(([, count]) => count)
    .sort((one, other) => one - other);
  const [lower = 0, upper = 0] = [
    counts[Math.floor((counts.length - 1) / 2)],
    counts[Math.floor(counts.length / 2)],
  ];
  return (lower + upper) / 2;
}
