import * as z from 'zod';

/** Why facts are not known. */
export const unavailableReasons = [
  'not-configured',
  'not-permitted',
  'throttled',
  'timed-out',
  'unavailable',
  'not-found',
  'unexpected-answer',
] as const;
/** One of {@link unavailableReasons}. */
export type UnavailableReason = (typeof unavailableReasons)[number];

/** Schema of a text of a system, at most 512 UTF-16 units. */
export const text = () => z.string().max(512);

// The schemas of facts are lazy: only a validation needs them, and building them all takes milliseconds of every cold start.
const unavailable = z.lazy(() =>
  z
    .strictObject({
      reason: z.enum(unavailableReasons),
      detail: text()
        .optional()
        .describe('What the system answered, such as "HTTP 403"; no secrets, no personal data'),
    })
    .describe('Why these facts are not known. The checks that need them are skipped with this reason')
    .meta({ id: 'UnavailableFacts' }),
);

/** Why a group of facts is not known. */
export type Unavailable = z.output<typeof unavailable>;

/** A group of facts: its value, or why it is not known. */
export const group = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ unavailable: unavailable.optional(), value: value.optional() });

/** Why a whole system, or a company of it, is not known. */
export const systemUnavailable = z.lazy(() =>
  unavailable.optional().describe('The reason for every group below that is not known and gives none itself'),
);
