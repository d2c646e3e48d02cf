import type { StoreOutcome } from '../../shared/domain/ports/error-log.ts';
import type { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';

/** The entries of all days by what tallies and ledger say. */
export async function countedEntries(errorLog: TableErrorLog): Promise<number> {
  let sum = 0;
  for (const day of (await errorLog.days()).days)
    for (const { hours } of (await errorLog.summary(day, 100)).counts.values())
      for (const { count } of hours.values()) sum += count;
  return sum;
}

/** How often each outcome is among them, such as `{ stored: 2, duplicate: 1 }`. */
export function tally(outcomes: Iterable<StoreOutcome | string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = typeof outcome === 'string' ? outcome : 'refused';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
