import type { TimerFunctionOptions } from '@azure/functions';
import { type EventFacts, errorFacts, eventLine } from '../shared/http/event-line.ts';
import { failureOf } from '../shared/http/problem.ts';
import type { Services } from '../shared/services.ts';
import { runMaintenance as expire } from '../shared/use-cases/run-maintenance.ts';

/** Time one step of the timer's work may take, ms; all of them stay below the host's time limit. */
const stepMs = 45_000;

/** The timer `expireErrors`: retention, physical drops, tomorrow's table, compaction, unfinished clean-ups. */
export const expireErrors = (
  { errorLog, desk, retentionDays, now }: Services,
  schedule: string,
): TimerFunctionOptions => ({
  schedule,
  handler: async (_timer, context) => {
    const isOver = (startedAt: number) => now().getTime() - startedAt > stepMs;
    const results = await expire({ errorLog, desk, retentionDays, now, isOver });
    for (const { step, done, failure } of results) {
      if (failure === undefined) context.info(eventLine('timer-step-done', { step, ...done }));
      else context.error(eventLine('timer-step-failed', { step, ...failureFacts(failure) }));
    }
    const failed = results.filter(({ failure }) => failure !== undefined);
    if (failed.length > 0)
      throw new AggregateError(
        failed.map(({ failure }) => failure),
        'Steps failed',
      );
  },
});

/** A known failure by its code and what is behind it, anything else by itself. */
function failureFacts(failure: unknown): EventFacts {
  const known = failureOf(failure);
  return known ? { code: known.code, ...errorFacts(known.cause) } : errorFacts(failure);
}
