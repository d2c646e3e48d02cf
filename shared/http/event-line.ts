import { withSourcePlace } from './source-place.ts';

/** What the log says about an event: ids, counts, codes. */
export type EventFacts = Readonly<Record<string, string | number | boolean>>;

/** One JSON line of the log. It holds ids and counts, never texts of entries. */
export function eventLine(event: string, facts: EventFacts): string {
  return JSON.stringify({ event, ...facts });
}

/** Frames of a stack in one line. */
const maxFrames = 8;

/** A line of a stack that holds only a place in a file. */
const frame = /^ {4}at [^\n]*:\d+:\d+\)?$/;

/** Name and stack of an error, without its message, which may hold texts that callers sent. */
export function errorFacts(error: unknown): EventFacts {
  if (!(error instanceof Error)) return {};
  const { name, message, stack = '' } = error;
  // The stack begins with the message, lines of which may look like frames.
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  const frames = stack
    .slice(end)
    .split('\n')
    .filter((line) => frame.test(line));
  return {
    error: name,
    ...answerFacts(error),
    at: frames.slice(0, maxFrames).map(withSourcePlace).join(' ').replaceAll(/\s+/g, ' ').trim(),
  };
}

/** Status and code of a service's answer, such as `AuthorizationFailure`, where the error has them. */
function answerFacts(error: Error): EventFacts {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  const reason = 'code' in error ? error.code : undefined;
  return {
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof reason === 'string' && /^\w{1,60}$/.test(reason) ? { reason } : {}),
  };
}
