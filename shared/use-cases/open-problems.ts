import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { OpenProblem } from '../domain/settings-checks/open-problems.ts';
import { countSelection } from './cleanup-selection.ts';
import { problemCountsInReach } from './problems-in-reach.ts';

/** What counting open errors needs. */
export interface OpenProblemsPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'>;
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** The problems that have open errors now, with their number: what a validation explains. */
export async function openProblems(ports: OpenProblemsPorts): Promise<OpenProblem[]> {
  const now = ports.now();
  const { cleanups, decisions } = await ports.desk.state();
  const reach = await problemCountsInReach(
    ports.errorLog,
    horizonAt(now, ports.retentionDays, cleanups),
    now,
  );
  const open: OpenProblem[] = [];
  for (const problem of reach.values()) {
    const one = new Map([[problem.id, problem]]);
    const { stillOpen } = await countSelection(ports.errorLog, one, {}, Infinity, decisions, now);
    const { cause, key } = problem.traits;
    if (stillOpen > 0) open.push({ cause, key, count: stillOpen });
  }
  return open;
}
