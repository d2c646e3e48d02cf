import { hash } from 'node:crypto';
import * as z from 'zod';
import { causes } from '../diagnosis/causes.ts';
import { base32, ulid } from '../reports/ulid.ts';
import { messageRules } from './alert-rule.ts';

/** What a message says of its subject: codes, names and counts, never texts of errors. Lazy: built when first used. */
export const alertFacts = z.lazy(() =>
  z.object({
    problem: z.string().optional(),
    environment: z.string().optional(),
    company: z.string().optional(),
    mapping: z.string().optional(),
    // A newer version may know more causes.
    cause: z.enum(causes).optional().catch(undefined),
    /** What tells two problems of one cause apart; a check of the settings; the id of a clean-up. */
    key: z.string().optional(),
    count: z.number().optional(),
  }),
);

/** Checked {@link alertFacts}. */
export type AlertFacts = z.output<typeof alertFacts>;

/** The parts of an event, as a shape. */
const eventShape = () => ({
  rule: z.enum(messageRules),
  over: z.boolean(),
  /** Of the state itself, never of the run that found it; ms since 1970. */
  at: z.number(),
  facts: alertFacts,
  /** Records that wait for it: digests name the largest first. */
  impact: z.number(),
  /** The newest entry of the problem: its text is read when the message is sent, if texts may be told. */
  sampleErrorId: z.string().optional(),
});

/** Something got worse, or is over. Lazy: built when first used. */
export const alertEvent = z.lazy(() => z.object(eventShape()));

/** What a message says, whatever the language. Lazy: built when first used. */
export const messageContent = z.lazy(() =>
  z.object({
    ...eventShape(),
    /** Of a digest: the events with the largest impact. */
    events: z.array(alertEvent).optional(),
    /** Of a message about waiting ones, and of a digest of them: until when they wait, ms since 1970. */
    until: z.number().optional(),
    /** Whether it is sent whatever the hour. */
    urgent: z.boolean(),
  }),
);

/** Checked {@link messageContent}. */
export type MessageContent = z.output<typeof messageContent>;

/** Checked {@link alertEvent}, with the id that its message has. */
export interface AlertEvent extends z.output<typeof alertEvent> {
  readonly id: string;
}

/** What makes the identity of an event. */
interface EventIdentity {
  readonly rule: string;
  readonly over: boolean;
  readonly at: number;
  /** What it is about, such as the id of a problem. */
  readonly subject: string;
}

/**
 * The id of a message: the same whoever finds the same state, and whenever. So nobody tells it twice, and a receiver knows
 * it again.
 */
export function messageId({ rule, over, at, subject }: EventIdentity): string {
  return ulid(at, base32(hash('sha256', JSON.stringify([rule, over, at, subject]), 'buffer')));
}

/** An event with its id. */
export function eventOf(
  subject: string,
  event: Omit<AlertEvent, 'id' | 'over' | 'impact'> & Partial<Pick<AlertEvent, 'over' | 'impact'>>,
): AlertEvent {
  const complete = { over: false, impact: 0, ...event };
  return { ...complete, id: messageId({ ...complete, subject }) };
}
