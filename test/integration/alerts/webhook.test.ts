import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type AlertReceiver, startAlertReceiver } from '../../support/alert-receiver.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { aReportBody } from '../../support/reports.ts';

const alertPage = z.object({
  value: z.array(z.object({ rule: z.string(), channels: z.array(z.unknown()) }).loose()),
  off: z.array(z.unknown()),
  nextLink: z.string().optional(),
});
type AlertPage = z.output<typeof alertPage>;

let stack = new AsyncDisposableStack();
// An app puts its settings into the environment of the process until it is closed.
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

/** An app whose timer runs by hand only, and the receiver of its webhook. */
async function started(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ app: RunningApp; receiver: AlertReceiver }> {
  const receiver = stack.use(await startAlertReceiver());
  const app = await startApp({
    settings: {
      ALERT_WEBHOOK_URL: receiver.url,
      ALERT_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
      DESK_WEB_URL: 'https://desk.contoso.example',
      ...settings,
    },
  });
  stack.defer(() => app.close());
  return { app, receiver };
}

describe('an app with a webhook', () => {
  it('tells a summary first, then a new problem once', async () => {
    const { app, receiver } = await started();
    await app.host.fireTimer('sendAlerts');
    expect(receiver.taken()).toEqual(['errordesk.summary']);
    await app.post('errors', aReportBody());
    await app.host.fireTimer('sendAlerts');
    await app.host.fireTimer('sendAlerts');
    expect(receiver.taken()).toEqual(['errordesk.summary', 'errordesk.problem.opened']);
    expect(receiver.messages[1]?.json).toMatchObject({
      specversion: '1.0',
      source: '/errordesk',
      data: {
        rule: 'problem-opened',
        company: 'CRONUS',
        mapping: 'CUSTOMER',
        cause: 'record-missing',
        count: 1,
        link: expect.stringMatching(
          /^https:\/\/desk\.contoso\.example\/api\/dashboard\?view=problems&problem=/,
        ),
      },
    });
    expect(app.lines.filter((line) => line.includes('"event":"alert-raised"'))).toHaveLength(2);
  });
});

describe('what the API tells of alerts', () => {
  it('lists what was told, newest first, page by page, in both languages', async () => {
    const { app } = await started();
    await app.host.fireTimer('sendAlerts');
    for (const mapping of ['A', 'B', 'C']) await app.post('errors', aReportBody({ mapping }));
    await app.host.fireTimer('sendAlerts');
    const seen: unknown[] = [];
    let path: string | undefined = 'alerts?maxpagesize=2';
    while (path) {
      const page: AlertPage = alertPage.parse(await (await app.call(path)).json());
      seen.push(...page.value);
      expect(page.off).toEqual([]);
      path = page.nextLink?.split('/api/')[1];
    }
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          rule: 'problem-opened',
          over: false,
          subject: 'New problem: A required record does not exist',
          count: 1,
          channels: [{ channel: 'webhook', status: 'sent', attempts: 1, lastStatus: 202 }],
        }),
        expect.objectContaining({ rule: 'summary', subject: 'Alerts are on; 0 problems are open' }),
      ]),
    );
    const dutch = await app.call('alerts', { headers: { 'accept-language': 'nl' } });
    expect(dutch.headers.get('content-language')).toBe('nl');
    expect(await dutch.text()).toContain('Nieuw probleem: ');
    expect((await app.call('alerts?pagetoken=x')).status).toBe(400);
  });

  it('a receiver that is gone: off, dead, degraded, a notice; a trial that it takes ends it', async () => {
    const { app, receiver } = await started();
    const health = async () => await (await app.call('health')).json();
    const etag = (await app.call('overview')).headers.get('etag') ?? '';
    receiver.answer(410);
    await app.host.fireTimer('sendAlerts');
    const list = alertPage.parse(await (await app.call('alerts')).json());
    expect(list.off).toEqual([{ channel: 'webhook', since: expect.any(String), why: 'gone' }]);
    expect(list.value).toMatchObject([
      { channels: [{ channel: 'webhook', status: 'dead', lastStatus: 410 }] },
    ]);
    const overview = await app.call('overview', { headers: { 'if-none-match': etag } });
    expect(overview.status).toBe(200);
    expect(await overview.json()).toMatchObject({ notices: [{ code: 'alerts-dead', count: 1 }] });
    await expect.poll(health).toEqual({ status: 'ok', alerts: 'degraded' });
    expect(await (await app.post('alerts/test', undefined)).json()).toEqual({
      value: [{ channel: 'webhook', outcome: 'failed', status: 410, reason: 'gone' }],
    });
    receiver.answer(200);
    expect(await (await app.post('alerts/test', undefined)).json()).toEqual({
      value: [{ channel: 'webhook', outcome: 'sent', status: 200 }],
    });
    expect(receiver.messages.at(-1)?.json).toMatchObject({ type: 'errordesk.test', data: { rule: 'test' } });
    expect(alertPage.parse(await (await app.call('alerts')).json()).off).toEqual([]);
  });

  it('says no address and no secret, also of a channel that fails', async () => {
    const { app, receiver } = await started({ ALERT_TEAMS_URL: 'http://127.0.0.1:9/teams-secret' });
    receiver.answer((response) => response.writeHead(500).end(receiver.url));
    await app.host.fireTimer('sendAlerts');
    const tried = await (await app.post('alerts/test', undefined)).text();
    expect(JSON.parse(tried)).toEqual({
      value: [
        { channel: 'teams', outcome: 'failed', reason: 'unreachable' },
        { channel: 'webhook', outcome: 'failed', status: 500, reason: 'refused' },
      ],
    });
    const told = [tried, await (await app.call('alerts')).text(), ...app.lines].join('\n');
    expect(told).not.toMatch(/teams-secret|whsec_|127\.0\.0\.1:9\b/);
    expect(told).not.toContain(receiver.url);
  });

  it('without a channel there is nothing to try, and alerts are listed all the same', async () => {
    const app = await startApp();
    stack.defer(() => app.close());
    await app.host.fireTimer('sendAlerts');
    expect(await (await app.post('alerts/test', undefined)).json()).toEqual({ value: [] });
    expect(await (await app.call('alerts')).json()).toMatchObject({
      value: [{ rule: 'summary', channels: [] }],
    });
    expect(await (await app.call('health')).json()).toEqual({ status: 'ok', alerts: 'ok' });
    expect(app.lines.filter((line) => line.includes('"event":"alert-raised"'))).toHaveLength(1);
  });
});
