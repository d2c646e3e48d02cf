import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { OpenProblem } from '../domain/settings-checks/open-problems.ts';
import { countSelection } from './cleanup-selection.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import { problemsInReach } from './problems-in-reach.ts';

export interface OpenProblemsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'>;
}

/** The problems that have open errors now, with the number of them: what a validation explains. */
export async function openProblems(ports: OpenProblemsPorts): Promise<OpenProblem[]> {
  const view = await currentView(ports);
  const reach = await problemsInReach(ports.errorLog, view);
  const open: OpenProblem[] = [];
  for (const problem of reach.values()) {
    const one = new Map([[problem.id, problem]]);
    const { stillOpen } = await countSelection(ports.errorLog, one, {}, Infinity, view);
    const { cause, key, company } = problem.traits;
    const place = company === undefined ? {} : { company };
    if (stillOpen > 0) open.push({ cause, key, ...place, count: stillOpen });
  }
  return open;
}
