import { keptFrom } from '../domain/alerts/alerts-from.ts';
import { dayMs, hourMs } from '../domain/reports/days.ts';
import type { SendAlertsPorts } from './alert-ports.ts';
import { decideAlerts } from './decide-alerts.ts';
import { type DeliveryResult, deliverAlerts } from './deliver-alerts.ts';

/**
 * One run of the timer: finds out what got worse and what is over, and sends what waits. Safe when late, run twice, run
 * on two instances at once, or ended anywhere: messages are made once, and sent at least once.
 */
export async function sendAlerts(ports: SendAlertsPorts): Promise<DeliveryResult> {
  const { alerts, retentionDays, now } = ports;
  const { cursor, channels } = await alerts.state();
  await decideAlerts(ports, cursor);
  const result = await deliverAlerts(ports, channels);
  const hourOf = (at: number) => Math.floor(at / hourMs);
  // Once an hour is often enough.
  if (!cursor || hourOf(cursor.at) !== hourOf(now().getTime()))
    await alerts.forgetMessages(keptFrom(now().getTime() - retentionDays * dayMs));
  return result;
}
