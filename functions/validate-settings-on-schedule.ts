import type { TimerFunctionOptions } from '@azure/functions';
import { eventLine } from '../shared/http/event-line.ts';
import type { Services } from '../shared/services.ts';

/** Timer: keeps the last validation fresh; does nothing while another validation runs. */
export const validateSettingsOnSchedule = (
  { validator }: Services,
  schedule: string,
): TimerFunctionOptions => ({
  schedule,
  handler: async (_timer, context) => {
    const result = await validator.validateOnSchedule();
    if (result)
      context.info(eventLine('settings-validated', { id: result.id, verdict: result.verdict, live: true }));
    else context.info(eventLine('validation-skipped', { reason: 'running' }));
  },
});
