import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { startDemoReceiver } from '../../../infra/demo/alert-receiver.ts';
import { alertStory } from '../../../infra/demo/alert-story.ts';
import { appClient } from '../../../infra/demo/app-client.ts';
import { startApp } from '../../support/app.ts';

it('the receiver of the demo shows a summary, a new problem and a surge, as cards and as signed events', async () => {
  await using stack = new AsyncDisposableStack();
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const shown: string[] = [];
  const receiver = await startDemoReceiver(secret, (text) => shown.push(text));
  stack.defer(() => receiver.close());
  const app = await startApp({
    settings: {
      ALERT_TEAMS_URL: receiver.teamsUrl,
      ALERT_WEBHOOK_URL: receiver.webhookUrl,
      ALERT_WEBHOOK_SECRET: secret,
    },
  });
  stack.defer(() => app.close());
  const steps = alertStory(appClient(app.url, undefined));
  for (const [index, { act }] of steps.entries()) {
    await act();
    // The silence comes after three minutes.
    if (index < 3) await app.host.fireTimer('sendAlerts');
  }
  const titles = shown.filter((text) => text.startsWith('Teams')).map((text) => text.split('\n')[2]);
  expect(titles).toEqual([
    expect.stringContaining('Alerts are on; 1 problem is open'),
    expect.stringContaining('New problem: The integration user lacks a privilege in Dataverse'),
    expect.stringMatching(/\d\d errors in an hour: A currency has no exchange rate/),
  ]);
  const events = shown.filter((text) => text.startsWith('Webhook'));
  expect(events.map((text) => text.split(/[:,] /)[1])).toEqual([
    'errordesk.summary',
    'errordesk.problem.opened',
    'errordesk.problem.surge',
  ]);
  for (const text of events) expect(text).toContain('the signature is right');
  expect(await (await app.call('overview')).json()).toMatchObject({
    heard: [{ company: 'CRONUS NL', lastHeartbeatAt: expect.any(String) }],
  });
});
