import type { EntryFate } from '../ports/error-log.ts';
import { filterMatchesPair } from '../problems/problem-filter.ts';
import type { ErrorEntry } from '../reports/error-entry.ts';
import { type Cleanup, isFinal } from './cleanup.ts';

/** Whether a filtered clean-up selects an entry: one that matches, and had come in when the clean-up began. */
export function selects({ filter = {}, cutoff, startedAt }: Cleanup, entry: ErrorEntry): boolean {
  return (
    entry.report.occurredAt <= cutoff &&
    entry.receivedAt <= startedAt &&
    filterMatchesPair(filter, entry.pairId, entry.counted)
  );
}

/** What becomes of an entry that a clean-up hid and that is undone, where other clean-ups may select it too. */
export function fateAfter(
  undone: Cleanup,
  cleanups: readonly Cleanup[],
  at: Date,
): (entry: ErrorEntry) => EntryFate {
  const others = cleanups.filter(
    ({ id, kind, phase }) =>
      id !== undone.id && kind === 'filtered' && (phase === 'deleting' || phase === 'done'),
  );
  return (entry) => {
    const selecting = others.filter((cleanup) => selects(cleanup, entry));
    if (selecting.some((cleanup) => isFinal(cleanup, at))) return 'strip';
    return selecting.length === 0 ? 'show' : { heirs: selecting.map(({ id }) => id) };
  };
}
