import * as z from 'zod';
import { alertId, alertList, toAlertBody, toChannelsOff } from '../shared/http/bodies/alert-body.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';

/** GET /api/alerts: what was told to whom, what waits, and what could not be told. */
export const listAlerts = httpFunction({
  id: 'listAlerts',
  summary: 'List alerts, newest first',
  description:
    'What the desk told by itself, with what became of it on each channel: `pending` waits or is tried again, `sent` was taken, `dead` was not taken within 72 hours. `off` names channels that nothing is sent to. Alerts are forgotten two days after the retention.',
  method: 'GET',
  route: 'alerts',
  scope: 'read',
  query: z.strictObject(pageParameters),
  translated: true,
  answers: {
    200: {
      description: 'A page of alerts',
      body: alertList,
    },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
  handle: async ({ alerts, desk, alertChannels, timeZone }: Services, { query, url, language }) => {
    const { maxpagesize } = query;
    const pages = paging(desk, 'listAlerts', query, url);
    const [before] = (await pages.position(z.tuple([alertId]))) ?? [];
    const [messages, { channels }] = await Promise.all([
      alerts.messages(maxpagesize + 1, before),
      alerts.state(),
    ]);
    const format = { language, timeZone };
    const value = messages.slice(0, maxpagesize).map((message) => toAlertBody(message, format));
    const last = messages.length > maxpagesize ? value.at(-1) : undefined;
    // With another address a channel begins anew.
    const present = channels.filter(({ name, address }) =>
      alertChannels.some((channel) => channel.name === name && channel.address === address),
    );
    const off = toChannelsOff(present);
    return { status: 200, body: { value, off, ...(await pages.nextLink(last && [last.id])) } };
  },
});
