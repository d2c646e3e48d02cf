import type { ChannelName, SendOutcome } from '../domain/alerts/alert-channel.ts';
import type { MessageContent } from '../domain/alerts/alert-event.ts';
import type { AlertChannel } from '../domain/ports/alert-channel.ts';
import type { Alerts } from '../domain/ports/alerts.ts';

export interface TryChannelsPorts {
  readonly alerts: Pick<Alerts, 'state' | 'saveChannel' | 'health' | 'saveHealth'>;
  readonly alertChannels: readonly AlertChannel[];
  readonly now: () => Date;
  readonly newId: (at: Date) => string;
}

/** Time for each channel, ms. */
const trialMs = 5000;

/** Sends a trial to each channel at once. One that takes it is not off any more. */
export async function tryChannels({
  alerts,
  alertChannels,
  now,
  newId,
}: TryChannelsPorts): Promise<{ readonly channel: ChannelName; readonly outcome: SendOutcome }[]> {
  const at = now();
  const content: MessageContent = {
    rule: 'test',
    over: false,
    at: at.getTime(),
    facts: {},
    impact: 0,
    urgent: true,
  };
  const tried = await Promise.all(
    alertChannels.map(async (channel) => ({
      channel: channel.name,
      outcome: await channel.send({ id: newId(at), content }, trialMs),
    })),
  );
  const taking = tried.filter(({ outcome }) => outcome.kind === 'accepted').map(({ channel }) => channel);
  const { channels } = await alerts.state();
  const revived = channels.filter(({ name, offSince }) => offSince !== undefined && taking.includes(name));
  for (const channel of revived) await alerts.saveChannel({ ...channel, offSince: undefined });
  if (revived.length > 0) {
    const health = await alerts.health();
    await alerts.saveHealth({ ...health, off: Math.max(0, health.off - revived.length) });
  }
  return tried;
}
