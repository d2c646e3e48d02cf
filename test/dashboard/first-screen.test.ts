import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { objections } from './accessibility.ts';
import { fillWithDemo, send } from './demo-day.ts';
import { gone, openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
let empty: RunningApp;
let app: RunningApp;
let address: string;

beforeAll(async () => {
  empty = await startApp();
  app = await startApp();
  address = `${app.url}/api/dashboard`;
  await fillWithDemo(app);
});
afterAll(async () => {
  await empty?.close();
  await app?.close();
});

const cards = (page: Page) => page.getByRole('main').getByRole('listitem', { name: /./ });
/** Width of all that is there, and of the window. */
const widths = (page: Page) =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

describe('the first run', () => {
  it('shows how to send a report to this address, and the demo', async () => {
    await browser.walk(`${empty.url}/api/dashboard`, {}, async ({ page }) => {
      await seen(page.getByRole('heading', { name: 'No errors yet' }));
      const main = page.getByRole('main');
      await seen(main.getByText(`${empty.url}/api/errors`));
      await seen(main.getByText('npm run demo', { exact: true }));
      expect(await objections(page)).toEqual([]);
    });
  });
});

it('where there are several environments, the header chooses one', async () => {
  const report = (environment: string) => ({
    occurredAt: new Date().toISOString(),
    company: 'CRONUS',
    environment,
    message: `Nobody knows what happened in ${environment}`,
  });
  await send(empty, 'errors', [report('Production'), report('Sandbox')]);
  const options = { forcedColors: 'active' } as const;
  await browser.walk(`${empty.url}/api/dashboard?view=problems`, options, async ({ page }) => {
    await page.getByRole('button', { name: 'Environment' }).click();
    await page.getByRole('menuitemradio', { name: 'Sandbox' }).click();
    await seen(page.getByRole('status').getByText('1 problem', { exact: true }));
    expect(new URL(page.url()).searchParams.get('environment')).toBe('Sandbox');
    // In forced colours what is transparent is seen: only the tab of the view is underlined.
    const underlines = await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link')
      .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
    const [, current, ...others] = underlines;
    const background = await page.evaluate(() => {
      document.body.style.borderColor = 'Canvas';
      return getComputedStyle(document.body).borderBottomColor;
    });
    expect(new Set(others)).toEqual(new Set([background]));
    expect(current).not.toBe(background);
  });
});

describe('the demo day', () => {
  it('is told by impact, in groups by who can act', async () => {
    await browser.walk(address, {}, async ({ page }) => {
      await seen(page.getByRole('link', { name: '21 Open', exact: true }));
      await seen(page.getByRole('img', { name: 'Errors per day, by cause: 300 in all' }));
      const administrator = page.getByRole('region', { name: 'Needs an administrator' });
      const card = administrator.getByRole('listitem', { name: /prvWriteAccount/ });
      await seen(card.getByText('46 errors', { exact: true }));
      await seen(card.getByText(/give a role of that user the privilege prvWriteAccount/));
      await seen(card.getByText('Also ends 1 other problem'));
      await seen(page.getByRole('region', { name: 'Needs the people who own the record' }));
      await page.getByRole('heading', { name: /Passes by itself/ }).click();
      expect(await page.getByRole('main').getByRole('link', { name: '11 more problems' }).count()).toBe(1);
    });
  });

  it('comes with one call of the API, and is confirmed when the page opens again', async () => {
    await browser.walk(address, {}, async ({ page, context, calls }) => {
      await seen(cards(page));
      await page.waitForLoadState('networkidle');
      expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET overview']);
      const statuses: number[] = [];
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      const overviews = new Set<string>();
      session.on('Network.requestWillBeSent', ({ requestId, request }) => {
        if (request.url.endsWith('/api/overview')) overviews.add(requestId);
      });
      session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
        if (overviews.has(requestId)) statuses.push(statusCode);
      });
      await page.reload();
      await seen(cards(page));
      await page.waitForLoadState('networkidle');
      expect(statuses).toEqual([304]);
    });
  });

  it('is there after at most 220 kB', async () => {
    await browser.walk(address, {}, async ({ page }) => {
      const requests: Promise<{ readonly url: string; readonly encoding: string; readonly bytes: number }>[] =
        [];
      page.on('requestfinished', (request) => {
        requests.push(
          (async () => ({
            url: request.url(),
            encoding: (await request.response())?.headers()['content-encoding'] ?? '',
            bytes: (await request.sizes()).responseBodySize,
          }))(),
        );
      });
      await page.context().clearCookies();
      const session = await page.context().newCDPSession(page);
      await session.send('Network.clearBrowserCache');
      await page.reload();
      await seen(cards(page));
      await page.waitForLoadState('networkidle');
      const files = (await Promise.all(requests)).filter(({ url }) => url.includes('/api/'));
      // The HTML, a script, a style sheet, one language and the overview at least.
      expect(files.length).toBeGreaterThanOrEqual(5);
      for (const { url, encoding, bytes } of files)
        expect({ url, encoding: bytes > 1024 ? encoding : 'br' }).toEqual({ url, encoding: 'br' });
      const sum = files.reduce((total, { bytes }) => total + bytes, 0);
      expect(sum).toBeGreaterThan(50_000);
      expect(sum).toBeLessThanOrEqual(220_000);
    });
  });

  it('is dark where the system is, and light when somebody says so', async () => {
    await browser.walk(address, { colorScheme: 'dark' }, async ({ page }) => {
      await seen(cards(page));
      const brightness = () =>
        page.evaluate(() => {
          // What lies behind the page, seen through all that is transparent.
          const [red = 0, green = 0, blue = 0] = [
            document.querySelector('.provider'),
            document.body,
            document.documentElement,
          ]
            .flatMap((element) => (element ? [getComputedStyle(element).backgroundColor] : []))
            .filter((colour) => !colour.startsWith('rgba'))
            .flatMap((colour) => (colour.match(/\d+/g) ?? []).map(Number));
          return (red + green + blue) / 3;
        });
      expect(await brightness()).toBeLessThan(80);
      await page.getByRole('button', { name: 'Theme' }).click();
      await page.getByRole('menuitemradio', { name: 'Light' }).click();
      await expect.poll(brightness).toBeGreaterThan(180);
      await page.reload();
      await seen(cards(page));
      expect(await brightness()).toBeGreaterThan(180);
    });
  });

  it('fits a narrow window, with the other views in a menu', async () => {
    await browser.walk(address, { viewport: { width: 390, height: 800 } }, async ({ page }) => {
      await seen(cards(page));
      const [width = 0, window = 0] = await widths(page);
      expect(width).toBeLessThanOrEqual(window);
      await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'More' }).click();
      await seen(page.getByRole('menuitem', { name: 'Clean-ups' }));
      await page.keyboard.press('Escape');
      await cards(page).first().getByRole('link').first().click();
      await seen(page.getByRole('dialog').getByRole('heading', { name: 'Records' }));
      const [withPanel = 0] = await widths(page);
      expect(withPanel).toBeLessThanOrEqual(window);
      expect((await page.getByRole('dialog').boundingBox())?.width).toBeGreaterThanOrEqual(380);
      expect(await objections(page)).toEqual([]);
    });
  });

  it('speaks Dutch: the page, its numbers and what the API explains', async () => {
    await browser.walk(`${address}?lang=nl`, {}, async ({ page, calls }) => {
      await seen(page.getByRole('region', { name: 'Vereist een beheerder' }).or(cards(page)));
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl');
      await seen(page.getByRole('navigation').getByRole('link', { name: 'Nu doen' }));
      await seen(page.getByText('46 fouten', { exact: true }));
      expect(await calls[0]?.response.request().headerValue('accept-language')).toBe('nl');
      expect(await calls[0]?.response.headerValue('content-language')).toBe('nl');
      await page.getByRole('button', { name: 'Taal' }).click();
      await page.getByRole('menuitemradio', { name: 'English' }).click();
      await seen(page.getByRole('navigation').getByRole('link', { name: 'Do now' }));
      expect(page.url()).toContain('lang=en');
    });
  });

  it('is Dutch by itself in a Dutch browser, and loads one language only', async () => {
    await browser.walk(address, { locale: 'nl-NL' }, async ({ page }) => {
      await seen(page.getByRole('navigation').getByRole('link', { name: 'Nu doen' }));
      const languages = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /\/(en|nl)-\w+\.js$/.test(name)),
      );
      expect(languages).toEqual([expect.stringMatching(/\/nl-\w+\.js$/)]);
    });
  });
});

describe('an address', () => {
  it('with unknown parts shows the page, and says which parts mean nothing', async () => {
    await browser.walk(`${address}?view=nowhere&colour=red&status=odd,open`, {}, async ({ page }) => {
      await seen(cards(page));
      const bar = page.getByRole('status').filter({ hasText: 'mean nothing here' });
      for (const part of ['view=nowhere', 'colour', 'status=odd']) await seen(bar.getByText(part));
      await bar.getByRole('button', { name: 'Close' }).click();
      await gone(bar);
      expect(page.url()).not.toContain('colour');
    });
  });

  it('of a problem has links that open elsewhere with a modifier key, and the page stays', async () => {
    await browser.walk(`${address}?view=problems&cause=missing-privilege`, {}, async ({ page, context }) => {
      await page
        .getByRole('link', { name: /prvWriteAccount/ })
        .first()
        .click();
      const panel = page.getByRole('dialog', { name: /prvWriteAccount/ });
      const sample = panel.getByRole('region', { name: 'Newest errors' }).getByRole('link').first();
      await seen(sample);
      const opened = context.waitForEvent('page');
      await sample.click({ modifiers: ['ControlOrMeta'] });
      const other = await opened;
      await other.waitForURL(/view=errors/);
      await other.close();
      expect(page.url()).toContain('view=problems');
      await seen(panel);
    });
  });

  it('of a problem opens its panel; Back, Escape and Close leave it where it was', async () => {
    await browser.walk(address, {}, async ({ page }) => {
      const panel = page.getByRole('dialog', { name: /prvWriteAccount/ });
      const title = cards(page).getByRole('link', { name: /prvWriteAccount/ });
      await title.click();
      await seen(panel.getByRole('heading', { name: 'What to do' }));
      const link = page.url();
      expect(new URL(link).searchParams.get('problem')).toMatch(/^[0-9A-Z]{16}$/);
      await page.goBack();
      await gone(panel);
      await expect.poll(() => new URL(page.url()).searchParams.get('problem')).toBeNull();

      await title.click();
      await seen(panel);
      await page.keyboard.press('Escape');
      await gone(panel);
      // The focus is back where it came from.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? ''))
        .toContain('prvWriteAccount');

      // Somebody else follows the link.
      await page.goto('about:blank');
      await page.goto(link);
      await seen(panel.getByRole('heading', { name: 'Newest errors' }));
      await panel.getByRole('button', { name: 'Close' }).first().click();
      await gone(panel);
      await seen(cards(page));
    });
  });

  it('of a problem whose errors are gone says so', async () => {
    await browser.walk(`${address}?problem=4CB1PHX0V7T4G2NQ`, { failures: [404] }, async ({ page }) => {
      await seen(page.getByRole('dialog').getByText('This problem has no errors any more'));
      await page.keyboard.press('Escape');
      await seen(cards(page));
    });
  });
});
