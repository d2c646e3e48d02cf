import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningApp, startApp } from '../support/app.ts';
import { fillWithDemo, send } from './demo-day.ts';
import { gone, openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
let app: RunningApp;
let address: string;

beforeAll(async () => {
  app = await startApp();
  address = `${app.url}/api/dashboard`;
  await fillWithDemo(app);
});
afterAll(() => app?.close());

const problem = z.looseObject({
  id: z.string(),
  status: z.string(),
  decision: z.looseObject({ until: z.string().optional(), note: z.string().optional() }).optional(),
});

/** A problem as the API tells it now. */
const readProblem = async (id: string) =>
  problem.parse(JSON.parse(await (await app.call(`problems/${id}`)).text()));

const cardOf = (page: Page, name: RegExp) => page.getByRole('main').getByRole('listitem', { name });
/** The short message at the bottom of the page. */
const toast = (page: Page, text: string) => page.getByRole('listitem', { name: text, exact: true });

async function idOf(card: Locator): Promise<string> {
  const href = (await card.getByRole('link').first().getAttribute('href')) ?? '';
  return new URLSearchParams(href).get('problem') ?? '';
}

/** The text of the row or panel that has the focus. */
const focusedRow = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.matches('[data-index], .panel') ? (activeElement.textContent ?? '') : '';
  });

it('resolve is shown at once, and taken back from the toast', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    const card = cardOf(page, /prvWriteAccount/);
    await card.getByRole('button', { name: 'Resolve' }).click();
    await seen(card.getByText('✓ Resolved'));
    const id = await idOf(card);
    await expect.poll(async () => (await readProblem(id)).status).toBe('resolved');
    await toast(page, 'Resolved').getByRole('button', { name: 'Undo' }).click();
    await seen(card.getByRole('button', { name: 'Resolve' }));
    expect((await readProblem(id)).status).toBe('open');
  });
});

it('with keys alone: from the load to resolved, and back', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    await seen(cardOf(page, /./));
    const row = () => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? '');
    for (let presses = 0; presses < 60 && (await row()) === ''; presses++) await page.keyboard.press('Tab');
    expect(await row()).toBe('0');
    await page.keyboard.press('j');
    await expect.poll(row).toBe('1');
    await page.keyboard.press('ArrowDown');
    await expect.poll(row).toBe('2');
    await page.keyboard.press('k');
    await expect.poll(row).toBe('1');
    const card = page.locator('li:focus');
    const id = await idOf(card);
    await page.keyboard.press('r');
    await seen(card.getByText('✓ Resolved'));
    await expect.poll(async () => (await readProblem(id)).status).toBe('resolved');
    // The focus stays on the row.
    expect(await row()).toBe('1');
    await page.keyboard.press('u');
    await expect.poll(async () => (await readProblem(id)).status).toBe('open');
    await seen(card.getByRole('button', { name: 'Resolve' }));

    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await seen(panel.getByRole('heading', { name: 'What to do' }));
    await page.keyboard.press('Escape');
    await gone(panel);
    await expect.poll(row).toBe('1');

    await page.keyboard.press('Shift+?');
    await seen(page.getByRole('dialog', { name: 'Keys' }));
    await page.keyboard.press('Escape');
    await gone(page.getByRole('dialog', { name: 'Keys' }));
  });
});

it('u right after r takes back what is still on its way', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    const card = cardOf(page, /prvWriteAccount/);
    const id = await idOf(card);
    await card.focus();
    await page.keyboard.press('r');
    await page.keyboard.press('u');
    await seen(toast(page, 'Taken back'));
    expect((await readProblem(id)).status).toBe('open');
    await seen(card.getByRole('button', { name: 'Resolve' }));
  });
});

it('single letters do nothing once they are switched off, nor while something else has the focus', async () => {
  await browser.walk(address, {}, async ({ page, calls }) => {
    const card = cardOf(page, /prvWriteAccount/);
    await card.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('switch', { name: 'Single letters' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await card.focus();
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() =>
        cardOf(page, /./)
          .nth(2)
          .evaluate((row) => row === document.activeElement),
      )
      .toBe(true);
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

it('snooze until tomorrow morning, from the menu', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    const card = cardOf(page, /Kredietlimiet/);
    const id = await idOf(card);
    await card.getByRole('button', { name: 'Snooze' }).click();
    const sent = Promise.withResolvers<void>();
    await page.route('**/api/decisions', async (route) => {
      await sent.promise;
      await route.continue();
    });
    await page.getByRole('menuitem', { name: 'Until tomorrow' }).click();
    // Until when is shown at once, before the desk knows.
    await seen(card.getByText(/^Snoozed until/));
    sent.resolve();
    await seen(toast(page, 'Snoozed'));
    await expect.poll(async () => (await readProblem(id)).status).toBe('snoozed');
    const until = new Date((await readProblem(id)).decision?.until ?? '');
    const local = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Amsterdam',
    });
    expect(local.format(until)).toBe('08:00');
    expect(until.getTime()).toBeGreaterThan(Date.now());
    await card.getByRole('button', { name: 'Reopen' }).click();
    await expect.poll(async () => (await readProblem(id)).status).toBe('open');
  });
});

it('a note and ignore, from the menu of the card', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    const card = cardOf(page, /AADSTS7000222/);
    const id = await idOf(card);
    await card.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Note' }).click();
    const dialog = page.getByRole('dialog', { name: 'Note' });
    await dialog.getByRole('textbox').fill('The new secret <b>arrives</b> on Monday');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await gone(dialog);
    await seen(card.getByText('“The new secret <b>arrives</b> on Monday”'));
    await card.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Ignore' }).click();
    await seen(card.getByText(/^Ignored/));
    await expect
      .poll(async () => await readProblem(id))
      .toMatchObject({
        status: 'ignored',
        decision: { note: 'The new secret <b>arrives</b> on Monday' },
      });
    await toast(page, 'Ignored').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await readProblem(id)).status).toBe('open');
  });
});

it('a decision that somebody else made first is shown, and ours is offered again', async () => {
  await browser.walk(address, { failures: [412] }, async ({ page }) => {
    const card = cardOf(page, /Salesperson\/Purchaser, CUSTOMER, CRONUS International/);
    const id = await idOf(card);
    await send(app, 'decisions', { problems: [{ id }], status: 'ignored', note: 'known for weeks' });
    await card.getByRole('button', { name: 'Resolve' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'decided in the meantime' });
    await seen(alert.getByText(/function key decided in the meantime.*“Ignored”.*“known for weeks”/));
    expect((await readProblem(id)).status).toBe('ignored');
    await alert.getByRole('button', { name: 'Resolve anyway' }).click();
    await expect.poll(async () => (await readProblem(id)).status).toBe('resolved');
    await gone(alert);
    await seen(toast(page, 'Resolved'));
  });
});

it('a decision is in the history of the panel, and is taken back there', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    await cardOf(page, /Contact, CONTACT/)
      .getByRole('link')
      .first()
      .click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Resolve' }).click();
    const history = panel.getByRole('region', { name: 'History' });
    await history.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => focusedRow(page)).toContain('History');
    await seen(history.getByText(/taken back/));
    await seen(panel.getByRole('button', { name: 'Resolve' }));
  });
});

it('a record that somebody else decided on since is not taken back, and that is said', async () => {
  await browser.walk(address, { failures: [412] }, async ({ page }) => {
    const id = await idOf(cardOf(page, /prvWriteAccount/));
    await page.goto(`${address}?view=problems&problem=${id}`);
    const record = page
      .getByRole('dialog')
      .getByRole('region', { name: 'Records' })
      .getByRole('listitem')
      .first();
    await record.getByRole('button', { name: 'Ignore' }).click();
    await seen(toast(page, 'Ignored'));
    const ignored = z.object({ value: z.array(z.object({ id: z.string(), status: z.string() })) });
    const read = async () => {
      const { value } = ignored.parse(await (await app.call(`problems/${id}/records?status=ignored`)).json());
      return value;
    };
    const [first] = await read();
    const decideRecord = (body: object) =>
      app.call(`problems/${id}/records/${first?.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await decideRecord({ status: 'ignored', note: 'known for weeks' });
    await toast(page, 'Ignored').getByRole('button', { name: 'Undo' }).click();
    await seen(page.getByText('It was changed in the meantime'));
    expect(await read()).toEqual([first]);
    await decideRecord({ status: 'open' });
  });
});

it('a decision on a record is taken back, and says so where that fails', async () => {
  const address503 = `${address}?view=problems&problem=GE30HRXBM1S7AK3E`;
  await browser.walk(address503, { failures: [503] }, async ({ page }) => {
    const record = page.getByRole('dialog').getByRole('region', { name: 'Records' }).getByRole('listitem');
    await record.getByRole('button', { name: 'Ignore' }).first().click();
    await toast(page, 'Ignored').getByRole('button', { name: 'Undo' }).click();
    await seen(toast(page, 'Taken back'));
    await gone(record.getByRole('button', { name: 'Reopen' }));
    await gone(toast(page, 'Ignored'));

    await record.getByRole('button', { name: 'Ignore' }).first().click();
    await seen(record.getByRole('button', { name: 'Reopen' }));
    await page.route('**/records/*', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'The error log cannot be reached', code: 'storage-unavailable' }),
      }),
    );
    await toast(page, 'Ignored').getByRole('button', { name: 'Undo' }).click();
    await seen(toast(page, 'The error log cannot be reached'));
    await page.unroute('**/records/*');
    await record.getByRole('button', { name: 'Reopen' }).click();
    await seen(toast(page, 'Reopened'));
  });
});

it('the focus stays with the row whose button went away', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    const card = cardOf(page, /AADSTS7000222/);
    await card.getByRole('button', { name: 'Resolve' }).press('Enter');
    await seen(card.getByText('✓ Resolved'));
    await expect.poll(() => focusedRow(page)).toContain('AADSTS7000222');
    await card.getByRole('button', { name: 'Reopen' }).press('Enter');
    await expect.poll(() => focusedRow(page)).toContain('AADSTS7000222');

    // A menu and a dialog give the focus back to a button that is gone.
    await card.getByRole('button', { name: 'Snooze' }).press('Enter');
    await page.getByRole('menuitem', { name: '1 hour' }).press('Enter');
    await expect.poll(() => focusedRow(page)).toContain('AADSTS7000222');
    await card.getByRole('button', { name: 'Reopen' }).press('Enter');
    await card.getByRole('button', { name: 'Snooze' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Until a date…' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).press('Enter');
    await expect.poll(() => focusedRow(page)).toContain('AADSTS7000222');
    // What takes a decision back from the toast leads to the list.
    // That of the decision before may still be on its way out.
    await expect.poll(() => toast(page, 'Snoozed').count()).toBe(1);
    await toast(page, 'Snoozed').getByRole('button', { name: 'Undo' }).press('Enter');
    await seen(toast(page, 'Taken back'));
    expect(await focusedRow(page)).not.toBe('');
    expect((await readProblem(await idOf(card))).status).toBe('open');
  });
});
