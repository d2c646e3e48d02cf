import type { TimerFunctionOptions } from '@azure/functions';
import type { AlertMessage } from '../shared/domain/alerts/alert-message.ts';
import { eventLine } from '../shared/http/event-line.ts';
import { failureFacts } from '../shared/http/failure-facts.ts';
import type { Services } from '../shared/services.ts';
import { sendAlerts as send } from '../shared/use-cases/send-alerts.ts';

/** Timer: tells what got worse and what is over, and sends again what was not taken. */
export const sendAlerts = (services: Services, schedule: string): TimerFunctionOptions => ({
  schedule,
  handler: async (_timer, context) => {
    const raise = ({ id, content }: AlertMessage) => {
      const { rule, over, facts } = content;
      context.info(eventLine('alert-raised', { id, rule, over, count: facts.count ?? 1 }));
    };
    const count = { calls: 0, unreadableRows: 0 };
    const work = () => send({ ...services, raise });
    const [outcome] = await Promise.allSettled([services.countingStorageCalls(count, work)]);
    if (count.unreadableRows > 0)
      context.warn(eventLine('rows-unreadable', { operation: 'sendAlerts', count: count.unreadableRows }));
    if (outcome.status === 'rejected') {
      context.error(eventLine('timer-step-failed', { step: 'sendAlerts', ...failureFacts(outcome.reason) }));
      throw new Error('Alerts could not be sent');
    }
    context.info(eventLine('alerts-sent', { ...outcome.value }));
  },
});
