import type { ChannelName, Delivery } from './alert-channel.ts';
import { type AlertEvent, type MessageContent, messageId } from './alert-event.ts';
import { isUrgent } from './alert-rule.ts';

/** Events that a digest names; it counts the others. */
const namedEvents = 10;

/** A message as it is kept. Times in ms since 1970. */
export interface AlertMessage {
  readonly id: string;
  readonly content: MessageContent;
  readonly madeAt: number;
  /** By channel; none where it does not go to that channel. */
  readonly deliveries: ReadonlyMap<ChannelName, Delivery>;
  /** Whether the log does not tell it yet. */
  readonly isLogPending: boolean;
  /** True while events are still added to it: it is not sent yet. */
  readonly isUnfinished: boolean;
  /** Storage's version; absent where it is not kept yet. */
  readonly version?: string | undefined;
}

/** A message that is about one event. */
export function contentOf({ id: _, ...event }: AlertEvent): MessageContent {
  return { ...event, urgent: isUrgent(event) };
}

/** A digest of events that has none yet. */
export function emptyDigest(rule: 'digest' | 'summary', at: number): MessageContent {
  return { rule, over: false, at, facts: { count: 0 }, impact: 0, events: [], urgent: false };
}

/** The id of the digest that begins with these events. It does not depend on the run that finds them. */
export function digestId(rule: 'digest' | 'summary', at: number, firstIds: readonly string[]): string {
  return messageId({ rule, over: false, at, subject: firstIds.join(' ') });
}

/** A digest with more events: it counts all, and names those with the largest impact. */
export function withEvents(digest: MessageContent, more: readonly MessageContent[]): MessageContent {
  // A digest within a digest counts as many as it holds.
  const events = more.flatMap(({ events: inner, urgent: _, until: __, ...event }) => inner ?? [event]);
  const counted = more.reduce((sum, one) => sum + (one.events ? (one.facts.count ?? 0) : 1), 0);
  const named = [...(digest.events ?? []), ...events]
    .sort((one, other) => other.impact - one.impact || one.at - other.at)
    .slice(0, namedEvents);
  return {
    ...digest,
    facts: { ...digest.facts, count: (digest.facts.count ?? 0) + counted },
    impact: Math.max(digest.impact, ...named.map(({ impact }) => impact)),
    events: named,
    urgent: digest.urgent || more.some(({ urgent }) => urgent),
  };
}
