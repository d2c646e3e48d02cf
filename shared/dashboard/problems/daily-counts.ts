import type { Problem } from '../api/generated-client.ts';
import { dayMs } from '../shell/durations.ts';

const days = 7;

/** Counts of the last seven UTC days, oldest first, from the hours or days of a series. */
export function dailyCounts({ series = [] }: Pick<Problem, 'series'>, now: number): number[] {
  const first = Math.floor(now / dayMs) - days + 1;
  const counts = Array.from({ length: days }, () => 0);
  for (const { at, count } of series) {
    const day = Math.floor(Date.parse(at) / dayMs) - first;
    if (day >= 0 && day < days) counts[day] = (counts[day] ?? 0) + count;
  }
  return counts;
}
