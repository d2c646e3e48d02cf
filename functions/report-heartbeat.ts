import { heartbeat } from '../shared/domain/heartbeats/heartbeat.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { receiveHeartbeat } from '../shared/use-cases/receive-heartbeat.ts';

/** POST /api/heartbeats: a sender says that it is alive, and how its mappings and jobs are. */
export const reportHeartbeat = httpFunction({
  id: 'reportHeartbeat',
  summary: 'Say that a sender is alive',
  description:
    'A sender is a company and its environment. Its newest heartbeat is kept; one that was not sent later than that is accepted and ignored. `sentAt` may be at most 5 minutes ahead. The clock of the desk decides when a sender is quiet: no heartbeat for three of its own intervals (the median of the gaps between its last 10). At most 500 senders; those silent for 30 days make room for others.',
  method: 'POST',
  route: 'heartbeats',
  scope: 'report',
  body: { kind: 'json', schema: heartbeat },
  answers: { 204: { description: 'The heartbeat was kept, or it is not newer than the last one' } },
  problems: ['too-many-senders', 'storage-unavailable'],
  handle: async (services: Services, { body, log }) => {
    const kept = await receiveHeartbeat(services, body);
    log('heartbeat-received', { kept });
    return { status: 204 };
  },
});
