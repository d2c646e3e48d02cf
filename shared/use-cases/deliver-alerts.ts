import type { ChannelState } from '../domain/alerts/alert-channel.ts';
import type { AlertMessage } from '../domain/alerts/alert-message.ts';
import { afterWaiting } from '../domain/alerts/delivery-plan.ts';
import type { AlertChannel } from '../domain/ports/alert-channel.ts';
import type { SendAlertsPorts } from './alert-ports.ts';
import { ChannelRun } from './channel-run.ts';

/** Time in which a run sends messages, ms: a receiver that is down never delays the timer longer. */
const runMs = 20_000;

/** What a run did: messages that channels took, and those that they will not get any more. */
export interface DeliveryResult {
  readonly sent: number;
  readonly dead: number;
}

/** Sends what waits, channels side by side, the oldest message first. */
export async function deliverAlerts(
  ports: SendAlertsPorts,
  states: readonly ChannelState[],
): Promise<DeliveryResult> {
  const { alerts, alertChannels, alertClock } = ports;
  const end = alertClock.now() + runMs;
  const unsettled = (await alerts.unsettled()).filter(({ isUnfinished, content }) => {
    // A digest of held messages is finished by its channel.
    return !isUnfinished || content.until !== undefined;
  });
  for (const message of unsettled) {
    if (!message.isLogPending || message.isUnfinished) continue;
    ports.raise(message);
    await alerts.noteLogged(message.id);
  }
  const runs = alertChannels.map(
    (channel) => new ChannelRun(ports, channel, stateOf(channel, states), unsettled, end),
  );
  const results = await Promise.all(runs.map((run) => run.deliver()));
  const left = await buryOrphans(ports, unsettled);
  const dead = results.reduce((sum, one) => sum + one.dead, left);
  const off = runs.filter((run) => run.isOff).length;
  const before = await alerts.health();
  if (before.dead !== dead || before.off !== off) await alerts.saveHealth({ dead, off });
  return { sent: results.reduce((sum, one) => sum + one.sent, 0), dead };
}

function stateOf({ name, address }: AlertChannel, states: readonly ChannelState[]) {
  const state = states.find((one) => one.name === name);
  // With another address it begins anew.
  return state?.address === address ? state : { name, address, hour: 0, accepted: 0 };
}

/**
 * What waits for a channel that is not in the settings any more gets too old. Gives how many messages its receiver did not
 * take while it was.
 */
async function buryOrphans(
  { alerts, alertChannels, now }: SendAlertsPorts,
  unsettled: readonly AlertMessage[],
): Promise<number> {
  const present = new Set(alertChannels.map(({ name }) => name));
  let dead = 0;
  for (const { id, madeAt, deliveries } of unsettled)
    for (const [name, delivery] of deliveries) {
      if (present.has(name)) continue;
      const after = afterWaiting(delivery, madeAt, now().getTime());
      if (after !== delivery) await alerts.saveDelivery(id, name, { ...after, reason: 'channel-removed' });
      else if (delivery.status === 'dead' && delivery.reason !== 'channel-removed') dead++;
    }
  return dead;
}
