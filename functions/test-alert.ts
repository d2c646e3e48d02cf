import * as z from 'zod';
import { toTrialBody, trialBody } from '../shared/http/bodies/alert-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import type { Services } from '../shared/services.ts';
import { tryChannels } from '../shared/use-cases/try-channels.ts';

/** POST /api/alerts/test: sends a trial message to each channel. */
export const testAlert = httpFunction({
  id: 'testAlert',
  summary: 'Send a trial message to each channel',
  description:
    'Answers what came back from each channel; without a channel `value` is empty. Quiet hours and caps do not hold it, and it is not listed. A channel that was off is on again once it takes the trial.',
  method: 'POST',
  route: 'alerts/test',
  scope: 'manage',
  answers: {
    200: {
      description: 'What came of it',
      body: z.strictObject({ value: z.array(trialBody) }).meta({ id: 'AlertTrials' }),
    },
  },
  problems: ['storage-unavailable'],
  handle: async (services: Services, { log }) => {
    const value = (await tryChannels(services)).map(toTrialBody);
    log('alerts-tried', {
      sent: value.filter(({ outcome }) => outcome === 'sent').length,
      failed: value.filter(({ outcome }) => outcome === 'failed').length,
    });
    return { status: 200, body: { value } };
  },
});
