import { type EventFacts, errorFacts } from './event-line.ts';
import { failureOf } from './problem.ts';

/** What the log says of something that a timer's work threw: codes and places, never its message. */
export function failureFacts(failure: unknown): EventFacts {
  const known = failureOf(failure);
  return known ? { code: known.code, ...errorFacts(known.cause) } : errorFacts(failure);
}
