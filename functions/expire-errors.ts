import type { TimerFunctionOptions } from '@azure/functions';
import { eventLine } from '../shared/http/event-line.ts';
import { failureFacts } from '../shared/http/failure-facts.ts';
import type { Services } from '../shared/services.ts';
import { runMaintenance } from '../shared/use-cases/run-maintenance.ts';

/** Time limit of one step, ms; all steps together stay below the time limit of the host. */
const stepMs = 45_000;

/** Timer: retention, dropping old days, tomorrow's table, folds, unfinished clean-ups. */
export const expireErrors = (services: Services, schedule: string): TimerFunctionOptions => ({
  schedule,
  handler: async (_timer, context) => {
    const isOver = (startedAt: number) => services.now().getTime() - startedAt > stepMs;
    const count = { calls: 0, unreadableRows: 0 };
    const results = await services.countingStorageCalls(count, () => runMaintenance({ ...services, isOver }));
    if (count.unreadableRows > 0)
      context.warn(eventLine('rows-unreadable', { operation: 'expireErrors', count: count.unreadableRows }));
    for (const { step, done, failure } of results) {
      if (failure === undefined) context.info(eventLine('timer-step-done', { step, ...done }));
      else context.error(eventLine('timer-step-failed', { step, ...failureFacts(failure) }));
    }
    const failures = results.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    if (failures.length > 0) throw new AggregateError(failures, 'Steps failed');
  },
});
