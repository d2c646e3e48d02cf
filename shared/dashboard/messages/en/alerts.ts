import { counted } from '../counted.ts';
import type { Formats } from '../formats.ts';

export const alerts = {
  button: 'Alerts',
  buttonWithDead: (count: number, format: Formats) => `Alerts (${format.number(count)} not delivered)`,
  title: 'Alerts',
  none: 'Nothing was told yet',
  noChannel: 'No channel is set',
  channels: { teams: 'Teams', webhook: 'Webhook' },
  statuses: { pending: 'waits', sent: 'sent', dead: 'not delivered' },
  outcomes: { sent: 'sent', failed: 'failed' },
  attempts: (count: number, format: Formats) => counted(count, format, 'attempt', 'attempts'),
  nextTry: (at: string) => `again ${at}`,
  off: (channel: string, since: string) =>
    `${channel} is off since ${since}: its address is gone. A trial that it takes switches it on again.`,
  trial: 'Send a trial',
};
