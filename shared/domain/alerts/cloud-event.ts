import { cut } from '../reports/text-limits.ts';
import type { MessageContent } from './alert-event.ts';
import { eventType } from './alert-rule.ts';
import { pageLink } from './page-link.ts';

/** Largest body of a message, bytes: receivers of Standard Webhooks take 20 kB, Teams 28 kB with its own wrapping. */
export const maxMessageBytes = 16 * 1024;

/** Longest text of an error in a message, UTF-16 units. */
export const maxTextUnits = 500;

/** A message as CloudEvents 1.0 has it, in its structured JSON form. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

type EventContent = Omit<MessageContent, 'urgent' | 'events' | 'until'>;

/** The event of a message. Of a digest that would be too large, fewer events are named. */
export function cloudEvent(
  {
    id,
    content,
    text,
  }: { readonly id: string; readonly content: MessageContent; readonly text?: string | undefined },
  origin: string | undefined,
): CloudEvent {
  const { rule, over, at, facts, events, until } = content;
  const subject = facts.problem ?? facts.company ?? facts.key;
  const eventWith = (named: readonly EventContent[]): CloudEvent => ({
    specversion: '1.0',
    id,
    source: '/errordesk',
    type: eventType(rule, over),
    time: new Date(at).toISOString(),
    ...(subject ? { subject } : {}),
    datacontenttype: 'application/json',
    data: {
      ...dataOf(content, origin),
      ...(events
        ? { events: named.map((one) => ({ type: eventType(one.rule, one.over), ...dataOf(one, origin) })) }
        : {}),
      ...(rule === 'held' && until !== undefined ? { until: new Date(until).toISOString() } : {}),
      ...(text === undefined ? {} : { message: cut(text, maxTextUnits) }),
    },
  });
  return fitting(events ?? [], eventWith);
}

function dataOf(content: EventContent, origin: string | undefined): Record<string, unknown> {
  const { rule, facts } = content;
  const link = pageLink(origin, content);
  return { rule, ...facts, ...(link ? { link } : {}) };
}

/** The first body that is small enough, with as many events as possible. */
export function fitting<Event, Body>(
  events: readonly Event[],
  bodyWith: (named: readonly Event[]) => Body,
): Body {
  for (let count = events.length; ; count--) {
    const body = bodyWith(events.slice(0, count));
    if (count === 0 || Buffer.byteLength(JSON.stringify(body)) <= maxMessageBytes) return body;
  }
}
