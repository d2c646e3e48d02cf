import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app.ts';
import { entraSettings, signedIn } from '../support/principal.ts';
import { objections } from './accessibility.ts';
import { fillWithDemo } from './demo-day.ts';
import { gone, openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
const key = 'host-key-of-the-page';
const everything = signedIn({
  roles: ['Errors.Report', 'Errors.Read', 'Errors.Manage', 'Settings.Validate'],
});
let keys: RunningApp;
let entra: RunningApp;

beforeAll(async () => {
  keys = await startApp({ keys: { master: 'master-key', default: key } });
  entra = await startApp({ settings: entraSettings });
  await fillWithDemo(keys, { 'x-functions-key': key });
  await fillWithDemo(entra, everything);
});
afterAll(async () => {
  await keys?.close();
  await entra?.close();
});

const cards = (page: Page) => page.getByRole('main').getByRole('listitem', { name: /./ });

describe('with AUTH=keys', () => {
  it('a key is asked for, tried, kept for this tab, and forgotten', async () => {
    const address = `${keys.url}/api/dashboard?problem=GE30HRXBM1S7AK3E`;
    await browser.walk(address, { failures: [401] }, async ({ page, context, calls }) => {
      // It asks by itself, and again by the button of what failed: here the panel of the address.
      const dialog = page.getByRole('dialog', { name: 'A key is needed' });
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await gone(dialog);
      await page.getByRole('dialog').getByRole('button', { name: 'Enter a key' }).click();
      await seen(dialog.getByText('A host key can do everything'));
      expect(await objections(page)).toEqual([]);
      await dialog.getByLabel('Host key').fill('a wrong one');
      await dialog.getByRole('button', { name: 'Use this key' }).click();
      await seen(dialog.getByText('The app does not take this key'));
      await dialog.getByLabel('Host key').fill(` ${key} `);
      await dialog.getByRole('button', { name: 'Use this key' }).click();
      await gone(dialog);
      // The view stays: the panel of the address is there.
      await seen(page.getByRole('dialog', { name: /prvWriteAccount/ }));
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await seen(cards(page));
      expect(page.url()).not.toContain(key);
      for (const { path } of calls) expect(path).not.toContain(key);

      await page.reload();
      await seen(cards(page));
      const another = await context.newPage();
      await another.goto(`${keys.url}/api/dashboard`);
      await seen(another.getByRole('button', { name: 'Enter a key' }));
      await another.close();

      await page.getByRole('button', { name: 'Forget key' }).click();
      await seen(page.getByRole('button', { name: 'Enter a key' }));
      await gone(cards(page));
      expect(
        await page.evaluate((kept) => JSON.stringify([sessionStorage, localStorage]).includes(kept), key),
      ).toBe(false);
    });
  });
});

describe('with AUTH=entra', () => {
  it('who is not signed in gets the link of the platform, which comes back to this address', async () => {
    const address = `${entra.url}/api/dashboard?view=do-now&company=A%26B`;
    await browser.walk(address, { failures: [401] }, async ({ page }) => {
      const link = page.getByRole('alert').getByRole('link', { name: 'Sign in' });
      const href = (await link.first().getAttribute('href')) ?? '';
      const target = new URL(href, page.url());
      expect(target.pathname).toBe('/.auth/login/aad');
      expect(target.searchParams.get('post_login_redirect_uri')).toBe(
        '/api/dashboard?view=do-now&company=A%26B',
      );
    });
  });

  it('who may only read sees everything, with buttons that say what is missing', async () => {
    const extraHTTPHeaders = signedIn({ roles: ['Errors.Read'] });
    await browser.walk(`${entra.url}/api/dashboard`, { extraHTTPHeaders }, async ({ page, calls }) => {
      await seen(page.getByText('Signed in as robin@contoso.example'));
      const card = cards(page).first();
      const resolve = card.getByRole('button', { name: 'Resolve' });
      await expect.poll(() => resolve.getAttribute('aria-disabled')).toBe('true');
      await resolve.focus();
      await seen(page.getByRole('tooltip').getByText('Your sign-in lacks the app role Errors.Manage'));
      await page.keyboard.press('Enter');
      await card.focus();
      await page.keyboard.press('r');
      await seen(page.getByRole('listitem').getByText('Your sign-in lacks the app role Errors.Manage'));
      await card.getByRole('button', { name: 'More' }).click();
      for (const name of ['Ignore', 'Note'])
        expect(await page.getByRole('menuitem', { name }).getAttribute('aria-disabled')).toBe('true');
      expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    });
  });

  it('who may not read is told so', async () => {
    const options = { extraHTTPHeaders: signedIn({ roles: ['Errors.Report'] }), failures: [403] };
    await browser.walk(`${entra.url}/api/dashboard`, options, async ({ page }) => {
      const alert = page.getByRole('alert');
      await seen(alert.getByText('You may not see this'));
      await seen(alert.getByText('Errors.Read'));
      await seen(alert.getByText('Trace id'));
    });
  });

  it('who may manage decides under the own name', async () => {
    await browser.walk(`${entra.url}/api/dashboard`, { extraHTTPHeaders: everything }, async ({ page }) => {
      const card = cards(page).first();
      await card.getByRole('button', { name: 'Resolve' }).click();
      await seen(page.getByRole('listitem', { name: 'Resolved', exact: true }));
      await card.getByRole('link').first().click();
      await seen(
        page.getByRole('dialog').getByRole('region', { name: 'History' }).getByText('robin@contoso.example'),
      );
    });
  });
});
