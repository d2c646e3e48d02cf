import { expect, it } from 'vitest';
import { startAlertReceiver } from '../support/alert-receiver.ts';
import { startApp } from '../support/app.ts';
import { fillWithDemo } from './demo-day.ts';
import { openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
const secret = `whsec_${Buffer.alloc(32, 'alerts').toString('base64')}`;

it('the bell shows what was told and what waits, and sends a trial', async () => {
  await using receiver = await startAlertReceiver();
  const app = await startApp({
    settings: { ALERT_WEBHOOK_URL: receiver.url, ALERT_WEBHOOK_SECRET: secret },
  });
  const runAlerts = () =>
    fetch(`${app.url}/admin/functions/sendAlerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
  try {
    await runAlerts();
    await expect.poll(receiver.taken).toEqual(['errordesk.summary']);
    await fillWithDemo(app);
    receiver.answer(500);
    await runAlerts();
    await expect.poll(() => receiver.messages.length).toBeGreaterThan(1);
    receiver.answer(202);
    await browser.walk(`${app.url}/api/dashboard`, {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Alerts' }).click();
      const panel = page.getByRole('dialog', { name: 'Alerts' });
      await seen(panel.getByText(/Webhook: waits \(\d attempts?\), HTTP 500/));
      await seen(panel.getByText(/Webhook: sent/));
      await panel.getByRole('button', { name: 'Send a trial' }).click();
      await seen(panel.getByText('Webhook: sent, HTTP 202'));
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      // Back closes it as it closes any panel, and a link to it opens it.
      await page.getByRole('button', { name: 'Alerts' }).click();
      await seen(panel);
      const link = page.url();
      await page.goBack();
      await panel.waitFor({ state: 'detached' });
      await page.goto(link);
      await seen(panel);
    });
    expect(receiver.taken()).toContain('errordesk.test');
  } finally {
    await app.close();
  }
});
