import type { Overview } from '../api/generated-client.ts';
import type { Progress } from './progress.ts';

/**
 * How many clean-ups run, or are being undone. What this tab follows is newer than what was read.
 * @param beginning Those that this tab begins; the overview may know them already
 */
export function runningCount(
  read: Overview['cleanups'],
  runs: ReadonlyMap<string, Pick<Progress, 'cleanup' | 'isWorking'>>,
  beginning: number,
): number {
  const running = new Set(read.filter(({ done }) => !done).map(({ id }) => id));
  for (const [id, { cleanup, isWorking }] of runs)
    if (cleanup.done && !isWorking) running.delete(id);
    else running.add(id);
  return Math.max(running.size, beginning);
}
