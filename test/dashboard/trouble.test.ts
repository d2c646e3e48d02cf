import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { fillWithDemo } from './demo-day.ts';
import { gone, openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
let proxy: FaultProxy;
let app: RunningApp;
let address: string;

beforeAll(async () => {
  proxy = await startFaultProxy();
  app = await startApp({ settings: { ERROR_LOG: proxy.connectionString } });
  address = `${app.url}/api/dashboard`;
  await fillWithDemo(app);
});
afterAll(async () => {
  await app?.close();
  await proxy?.[Symbol.asyncDispose]();
});

const cards = (page: Page) => page.getByRole('main').getByRole('listitem', { name: /./ });
/** Longer than the page waits before it reads again, ms. */
const refreshMs = 31_000;

describe('while the storage is down', () => {
  it('the page keeps its rows, counts down, asks once at the end, and goes on when it is back', async () => {
    await browser.walk(address, { failures: [503] }, async ({ page, calls }) => {
      await page.clock.install();
      await page.reload();
      await seen(cards(page));
      await page.waitForLoadState('networkidle');
      let asked = 0;
      page.on('request', (request) => {
        if (request.url().includes('/api/overview')) asked++;
      });
      const failed = () => calls.filter(({ response }) => response.status() === 503).length;
      await proxy.shut();
      try {
        await page.clock.fastForward(refreshMs);
        const alert = page.getByRole('alert').filter({ hasText: 'Trace id' });
        await seen(alert);
        expect(await alert.getByRole('button', { name: 'Retry' }).count()).toBe(1);
        // The rows of before are there.
        await seen(cards(page));
        const countdown = page.getByText(/^Asking again in \d+ s$/);
        const left = async () => Number(/\d+/.exec((await countdown.textContent()) ?? '')?.[0]);
        const first = await left();
        // It would be read out each second.
        expect(await alert.getByText(/Asking again/).count()).toBe(0);
        await page.clock.fastForward(2000);
        await expect.poll(left).toBeLessThan(first);
        expect([asked, failed()]).toEqual([1, 1]);
        await page.clock.fastForward(first * 1000);
        await expect.poll(failed).toBe(2);
        await seen(countdown);
        expect(asked).toBe(2);
      } finally {
        await proxy.listen();
      }
      await page.getByRole('button', { name: 'Retry' }).click();
      await gone(page.getByRole('alert').filter({ hasText: 'Trace id' }));
      await seen(cards(page));
    });
  });

  it('a page that opens says what happened, and comes by itself', async () => {
    await browser.walk('about:blank', { failures: [503] }, async ({ page }) => {
      await page.clock.install();
      await proxy.shut();
      try {
        await page.goto(address);
        await seen(page.getByText(/^Asking again in \d+ s$/));
        await gone(cards(page));
      } finally {
        await proxy.listen();
      }
      await page.clock.fastForward(60_000);
      await seen(cards(page));
      await gone(page.getByRole('alert').filter({ hasText: 'Trace id' }));
    });
  });

  it('a decision is not lost in silence: it fails, and the row is as before', async () => {
    await browser.walk(address, { failures: [503] }, async ({ page }) => {
      await seen(cards(page));
      await proxy.shut();
      try {
        const card = cards(page).first();
        await card.getByRole('button', { name: 'Resolve' }).click();
        await seen(page.getByRole('listitem', { name: 'The error log cannot be reached' }));
        await seen(card.getByRole('button', { name: 'Resolve' }));
      } finally {
        await proxy.listen();
      }
    });
  });
});

it('offline: a bar says that what is seen is from before, until the network is back', async () => {
  await browser.walk(address, {}, async ({ page, context }) => {
    await seen(cards(page));
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    const bar = page.getByRole('status').filter({ hasText: 'You are offline' });
    await seen(bar);
    await seen(cards(page));
    await context.setOffline(false);
    await gone(bar);
  });
});

it('the page of something in between is a failure with a way to ask again', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    await seen(cards(page));
    await page.route('**/api/overview', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Welcome</p>' }),
    );
    await page.reload();
    await seen(page.getByRole('alert').getByRole('button', { name: 'Retry' }));
    await page.unroute('**/api/overview');
    await page.getByRole('alert').getByRole('button', { name: 'Retry' }).first().click();
    await seen(cards(page));
  });
});
