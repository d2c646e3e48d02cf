import { counted } from '../counted.ts';
import type { alerts as english } from '../en/alerts.ts';
import type { Formats } from '../formats.ts';

export const alerts = {
  button: 'Waarschuwingen',
  buttonWithDead: (count: number, format: Formats) => `Waarschuwingen (${format.number(count)} niet bezorgd)`,
  title: 'Waarschuwingen',
  none: 'Er is nog niets gemeld',
  noChannel: 'Er is geen kanaal ingesteld',
  channels: { teams: 'Teams', webhook: 'Webhook' },
  statuses: { pending: 'wacht', sent: 'verstuurd', dead: 'niet bezorgd' },
  outcomes: { sent: 'verstuurd', failed: 'mislukt' },
  attempts: (count: number, format: Formats) => counted(count, format, 'poging', 'pogingen'),
  nextTry: (at: string) => `opnieuw ${at}`,
  off: (channel: string, since: string) =>
    `${channel} staat uit sinds ${since}: het adres bestaat niet meer. Een geslaagde proef zet het weer aan.`,
  trial: 'Proefbericht versturen',
} satisfies typeof english;
