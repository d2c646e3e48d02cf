import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { objections } from './accessibility.ts';
import { fillWithDemo, send } from './demo-day.ts';
import { gone, openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
let app: RunningApp;
let address: string;

beforeAll(async () => {
  app = await startApp();
  address = `${app.url}/api/dashboard`;
  await fillWithDemo(app);
  await send(app, 'cleanups', { olderThanDays: 90 });
});
afterAll(() => app?.close());

/** What axe objects to, in light and in dark. */
async function objectionsOfBoth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme))
      .toContain(colorScheme);
    found.push(...(await objections(page)).map((text) => `${colorScheme}: ${text}`));
  }
  return found;
}

const views = ['do-now', 'problems', 'errors', 'settings-check', 'cleanups'] as const;

describe.each(['en', 'nl'] as const)('axe has no objection to the page in %s', (language) => {
  it('view by view', async () => {
    await browser.walk(`${address}?lang=${language}`, { failures: [404] }, async ({ page }) => {
      const found: Record<string, string[]> = {};
      for (const [index, view] of views.entries()) {
        const link = page.getByRole('navigation').getByRole('link').nth(index);
        await link.click();
        await seen(page.getByRole('main', { name: (await link.textContent()) ?? '', exact: true }));
        await seen(page.locator('main').locator('li:visible, [role=row]:visible, article:visible'));
        await page.waitForLoadState('networkidle');
        found[view] = await objectionsOfBoth(page);
      }
      expect(found).toEqual(Object.fromEntries(views.map((view) => [view, []])));
    });
  });
});

it('axe has no objection to panels and dialogs', async () => {
  await browser.walk(address, { failures: [404] }, async ({ page }) => {
    const found: Record<string, string[]> = {};
    const look = async (name: string) => {
      await seen(page.getByRole('dialog', { name }));
      await page.waitForLoadState('networkidle');
      found[name] = await objections(page);
      await page.keyboard.press('Escape');
      await gone(page.getByRole('dialog', { name }));
    };
    const card = page.getByRole('main').getByRole('listitem', { name: /prvWriteAccount/ });
    await card.getByRole('link').first().click();
    await look('prvWriteAccount');
    await page.getByRole('button', { name: 'Keys' }).click();
    await look('Keys');
    await card.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('menuitem', { name: 'Until a date…' }).click();
    await look('Snooze');
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: 'Errors' }).click();
    await page.getByRole('main').getByRole('row').nth(1).getByRole('link').first().click();
    await seen(page.getByRole('dialog').getByText('Recognized by'));
    found['error'] = await objections(page);
    await views.getByRole('link', { name: 'Settings check' }).click();
    await page.getByRole('button', { name: 'Check a snapshot…' }).click();
    await look('Check a snapshot');
    await views.getByRole('link', { name: 'Clean-ups' }).click();
    await page.getByRole('button', { name: 'Clean up…' }).click();
    await look('Clean up errors');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(Object.keys(found)).toHaveLength(6);
  });
});

it('axe sees a button without a name', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    await seen(page.getByRole('main').getByRole('listitem'));
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    expect(await objections(page)).toEqual([expect.stringMatching(/^button-name: <button/)]);
  });
});
