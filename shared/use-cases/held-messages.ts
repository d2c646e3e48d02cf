import type { ChannelName, Delivery } from '../domain/alerts/alert-channel.ts';
import { messageId } from '../domain/alerts/alert-event.ts';
import { type AlertMessage, emptyDigest, withEvents } from '../domain/alerts/alert-message.ts';
import { digestFrom } from '../domain/alerts/delivery-plan.ts';
import { type Alerts, maxChangesAtOnce } from '../domain/ports/alerts.ts';
import { hourMs } from '../domain/reports/days.ts';

/** A message that waits for a channel. */
export interface Waiting {
  readonly message: AlertMessage;
  delivery: Delivery;
}

/** A message that nobody tried to send yet. */
export const untried: Delivery = { status: 'pending', attempts: 0 };

/** What goes out once a hold is over: `folded` became a part of `digest`. */
export interface Released {
  readonly digest: AlertMessage | undefined;
  readonly folded: readonly Waiting[];
}

/**
 * Makes one digest of the messages that were held until `heldUntil`, where they are many. Another run may have died in the
 * middle of it: then it is continued.
 * @returns undefined where another run is at it
 */
export async function releaseHeld(
  { alerts, name, now }: { readonly alerts: Alerts; readonly name: ChannelName; readonly now: number },
  heldUntil: number,
  waiting: readonly Waiting[],
  unsettled: readonly AlertMessage[],
): Promise<Released | undefined> {
  const held = waiting.filter(({ message, delivery }) => {
    const wasMade = message.madeAt < heldUntil && message.content.until === undefined;
    return wasMade && delivery.attempts === 0 && !message.content.urgent;
  });
  const id = messageId({ rule: 'digest', over: false, at: heldUntil, subject: name });
  const begun = unsettled.find((message) => message.id === id && message.isUnfinished);
  if (held.length < digestFrom && !begun) return { digest: undefined, folded: [] };
  let message = begun ?? digestOfHeld(id, name, heldUntil, now);
  let isNew = begun === undefined;
  for (let start = 0; start === 0 || start < held.length; start += maxChangesAtOnce) {
    const part = held.slice(start, start + maxChangesAtOnce).map((one) => one.message);
    const content = withEvents(
      message.content,
      part.map((one) => one.content),
    );
    message = { ...message, content, isUnfinished: start + maxChangesAtOnce < held.length };
    if (!(await alerts.addToDigest({ message, isNew }, name, part))) return undefined;
    isNew = false;
    message = { ...message, version: undefined };
  }
  return { digest: message, folded: held };
}

function digestOfHeld(id: string, name: ChannelName, heldUntil: number, now: number): AlertMessage {
  return {
    id,
    content: { ...emptyDigest('digest', heldUntil), until: heldUntil },
    madeAt: now,
    deliveries: new Map([[name, untried]]),
    // Each of its events was told to the log when it was made.
    isLogPending: false,
    isUnfinished: true,
  };
}

/** The message that says that others wait until the end of a clock hour; one for each hour and channel. */
export function holdMessage(name: ChannelName, until: number, now: number): AlertMessage {
  const at = until - hourMs;
  return {
    id: messageId({ rule: 'held', over: false, at, subject: name }),
    content: { rule: 'held', over: false, at, facts: {}, impact: 0, urgent: true, until },
    madeAt: now,
    deliveries: new Map([[name, untried]]),
    isLogPending: false,
    isUnfinished: false,
  };
}
