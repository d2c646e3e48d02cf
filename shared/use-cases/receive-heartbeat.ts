import { AppError } from '../domain/app-error.ts';
import type { Heartbeat } from '../domain/heartbeats/heartbeat.ts';
import type { Heartbeats } from '../domain/ports/heartbeats.ts';

export interface HeartbeatPorts {
  readonly heartbeats: Pick<Heartbeats, 'keep'>;
  readonly now: () => Date;
}

/** How far the clock of a sender may be ahead, ms. */
const maxAheadMs = 5 * 60_000;

/**
 * Keeps the newest heartbeat of a sender. False where it is not newer than the last one.
 * @throws {AppError} invalid-request, too-many-senders, payload-too-large
 */
export async function receiveHeartbeat(
  { heartbeats, now }: HeartbeatPorts,
  heartbeat: Heartbeat,
): Promise<boolean> {
  const receivedAt = now();
  // A later one would be ignored until that moment.
  if (heartbeat.sentAt.getTime() - receivedAt.getTime() > maxAheadMs)
    throw new AppError('invalid-request', 'The body is not valid', {
      errors: [{ pointer: '/sentAt', detail: 'More than 5 minutes ahead; correct the clock of the sender' }],
    });
  return await heartbeats.keep(heartbeat, receivedAt);
}
