import type { Horizon } from '../domain/cleanups/horizon.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { filterMatchesPair, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { dayOf, hourMs } from '../domain/reports/days.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import type { CountInReach, ProblemInReach } from './problems-in-reach.ts';

/** Entries read at a time to find those of selected places. */
const entriesPerRead = 50;

/** Id of the newest living entry of the selected places, by the counts alone; undefined where only the entries tell. */
export function knownNewestId(counts: readonly CountInReach[]): string | undefined {
  const newestHour = newestHourOf(counts);
  const ofHour = counts.filter((count) => lastHour(count) === newestHour);
  if (ofHour.some(({ lastId }) => lastId === '')) return undefined;
  return ofHour
    .map(({ lastId }) => lastId)
    .sort()
    .at(-1);
}

/** The last hour in which one of them was seen, ms since 1970; -Infinity where there is none. */
function newestHourOf(counts: readonly CountInReach[]): number {
  return counts.reduce((newest, count) => Math.max(newest, lastHour(count)), -Infinity);
}

function lastHour({ hours }: CountInReach): number {
  return Math.max(...hours.keys());
}

/** The newest entries of the selected places of a problem, all of the last hour it was seen in; few storage calls. */
export async function newestEntries(
  errorLog: Pick<ErrorLog, 'read'>,
  { id }: Pick<ProblemInReach, 'id'>,
  counts: readonly CountInReach[],
  { filter = {}, horizon, most }: { filter?: ProblemFilter; horizon: Horizon; most: number },
): Promise<readonly ErrorEntry[]> {
  const at = newestHourOf(counts);
  if (!Number.isFinite(at)) return [];
  const found: ErrorEntry[] = [];
  for (const { newest, oldest, epochFrom } of horizon.visibleParts(at + hourMs - 1, at)) {
    const stretch = { day: dayOf(at), newest, oldest };
    const page = await errorLog.read({
      stretch,
      epochFrom,
      filter: { ...filter, problem: [id] },
      most: Math.max(most, entriesPerRead),
    });
    found.push(...page.entries.filter((entry) => filterMatchesPair(filter, entry.pairId, entry.counted)));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}
