import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleSnapshot } from '../../shared/domain/settings-checks/example-snapshot.ts';
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

const rows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const toast = (page: Page, text: string | RegExp) => page.getByRole('listitem', { name: text });
const query = (page: Page) => new URL(page.url()).searchParams;

describe('Problems', () => {
  it('a filter is in the address; Back takes it away, Reset too; nothing that matches is said', async () => {
    await browser.walk(`${address}?view=problems`, {}, async ({ page }) => {
      await seen(page.getByRole('status').getByText('21 problems'));
      await page.getByRole('button', { name: 'Who resolves it' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'For an administrator' }).click();
      await seen(page.getByRole('status').getByText('4 problems'));
      await page.keyboard.press('Escape');
      expect(query(page).get('resolver')).toBe('administrator');
      await page.goBack();
      await seen(page.getByRole('status').getByText('21 problems'));
      expect(query(page).get('resolver')).toBeNull();
      await page.goForward();
      await seen(page.getByRole('status').getByText('4 problems'));
      await page.getByRole('button', { name: 'Remove Who resolves it: For an administrator' }).click();
      await seen(page.getByRole('status').getByText('21 problems'));

      await page.goto(`${address}?view=problems&company=Nobody%2C%20Inc.`);
      await seen(page.getByRole('heading', { name: 'Nothing matches' }));
      await page.getByRole('main').getByRole('button', { name: 'Reset' }).last().click();
      await seen(page.getByRole('status').getByText('21 problems'));
      expect(query(page).get('company')).toBeNull();
    });
  });

  it('a cue leads to what it counts, and a shared link shows the same', async () => {
    await browser.walk(address, {}, async ({ page }) => {
      await page.getByRole('link', { name: '20 Given up' }).click();
      await seen(rows(page));
      const link = page.url();
      expect(query(page).get('givenUp')).toBe('likely,confirmed');
      expect(query(page).get('status')).toBe('open,regressed');
      const count = await page
        .getByRole('status')
        .getByText(/^\d+ problems$/)
        .first()
        .textContent();
      await page.goto('about:blank');
      await page.goto(link);
      await seen(page.getByRole('status').getByText(count ?? ''));
    });
  });

  it('what a heartbeat says of given-up records stands beside what their errors tell', async () => {
    const { value } = JSON.parse(await (await app.call('problems?givenUp=likely&maxpagesize=1')).text());
    const [{ id, environment, places }] = value;
    const [{ company, mapping }] = places;
    const sent = await app.call('heartbeats', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        company,
        environment,
        sentAt: new Date().toISOString(),
        mappings: [{ name: mapping, givenUp: 7 }],
      }),
    });
    expect(sent.status).toBe(204);
    await browser.walk(`${address}?view=problems&problem=${id}`, {}, async ({ page }) => {
      await seen(page.getByText('Business Central itself says: 7 records given up in the mappings'));
    });
  });

  it('a copy that the browser refuses is said', async () => {
    await browser.walk(`${address}?view=problems`, {}, async ({ page }) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied', 'NotAllowedError'));
      });
      await page.getByRole('button', { name: 'Copy link' }).click();
      await seen(page.getByText('Not copied: the browser does not allow it here'));
    });
  });

  it('all problems are decided together, and taken back with one undo', async () => {
    await browser.walk(`${address}?view=problems&resolver=record-user`, {}, async ({ page }) => {
      await seen(rows(page));
      await page.getByRole('button', { name: 'Select all' }).click();
      await seen(page.getByRole('status').getByText('13 selected'));
      await page.getByRole('button', { name: 'Ignore' }).click();
      await seen(toast(page, '13 ignored'));
      // The button that had the focus is gone.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Select all');
      await seen(
        rows(page)
          .first()
          .getByText(/^Ignored/),
      );
      await toast(page, '13 ignored').getByRole('button', { name: 'Undo' }).click();
      await seen(toast(page, 'Taken back'));
      const { value } = JSON.parse(await (await app.call('problems?resolver=record-user')).text());
      expect(new Set(value.map(({ status }: { status: string }) => status))).toEqual(new Set(['open']));
    });
  });

  it('keys choose, resolve and take back rows', async () => {
    await browser.walk(`${address}?view=problems`, {}, async ({ page }) => {
      await rows(page).first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await seen(page.getByRole('status').getByText('1 selected'));
      await page.keyboard.press('r');
      await seen(rows(page).nth(1).getByText('✓ Resolved'));
      await seen(toast(page, 'Resolved'));
      await page.keyboard.press('u');
      await gone(rows(page).nth(1).getByText('✓ Resolved'));
    });
  });

  it('a dialog that a menu opened gives the focus back to its button', async () => {
    await browser.walk(`${address}?view=problems&status=open`, {}, async ({ page }) => {
      await seen(rows(page));
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      for (const _ of [1, 2]) {
        await page.getByRole('button', { name: 'Period' }).press('Enter');
        await page.getByRole('menuitem', { name: 'Other period…' }).press('Enter');
        await seen(page.getByRole('dialog', { name: 'Period' }));
        await page.keyboard.press('Escape');
        await expect.poll(focused).toBe('Period');
      }
      await page.getByRole('button', { name: 'Saved views' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Save this view…' }).press('Enter');
      await page.getByRole('dialog').getByLabel('Name').fill('Mine');
      await page.keyboard.press('Enter');
      await expect.poll(focused).toBe('Saved views');
      await page.getByRole('button', { name: 'Saved views' }).press('Enter');
      await seen(page.getByRole('menuitem', { name: 'Mine', exact: true }));
    });
  });

  it('a table tells the same as the plot', async () => {
    await browser.walk(`${address}?view=problems`, {}, async ({ page }) => {
      await seen(rows(page));
      await page.getByRole('button', { name: 'As table' }).click();
      const table = page.getByRole('table', { name: /by cause/ });
      await seen(table);
      const cells = await table.getByRole('cell').allTextContents();
      const told = cells.map((text) => Number(text)).filter((number) => !Number.isNaN(number));
      expect(told.reduce((sum, number) => sum + number, 0) % 300).toBe(0);
    });
  });
});

describe('Errors', () => {
  it('are searched, opened one after the other, and lead to their problem', async () => {
    await browser.walk(`${address}?view=errors`, {}, async ({ page }) => {
      await seen(rows(page));
      await page.getByRole('searchbox', { name: 'Search messages' }).fill('prvWriteAccount');
      await seen(page.getByRole('status').getByText('46 errors'));
      expect(query(page).get('q')).toBe('prvWriteAccount');
      await rows(page).first().getByRole('link').first().click();
      const panel = page.getByRole('dialog');
      await seen(panel.getByText(/missing prvWriteAccount privilege/));
      const first = query(page).get('error');
      await panel.getByRole('button', { name: 'Next error' }).click();
      await expect.poll(() => query(page).get('error')).not.toBe(first);
      await panel.getByRole('button', { name: 'Previous error' }).click();
      await expect.poll(() => query(page).get('error')).toBe(first);
      // Next and previous replace: Back closes the panel.
      await page.goBack();
      await gone(panel);
      expect(query(page).get('q')).toBe('prvWriteAccount');
      await page.goForward();
      await panel.getByRole('link', { name: 'Go to its problem' }).click();
      await seen(
        page.getByRole('dialog', { name: /prvWriteAccount/ }).getByRole('heading', { name: 'Records' }),
      );
    });
  });

  it('to delete what the filter shows begins with that and nothing else', async () => {
    await browser.walk(`${address}?view=errors&mapping=CURRENCY`, {}, async ({ page }) => {
      await seen(rows(page));
      const errors = await page
        .getByRole('status')
        .getByText(/^\d+ errors$/)
        .first()
        .textContent();
      await page.getByRole('button', { name: 'Delete what the filter shows' }).click();
      const dialog = page.getByRole('dialog', { name: 'Clean up errors' });
      expect(await dialog.getByRole('radio', { name: 'What the filter shows' }).isChecked()).toBe(true);
      await seen(dialog.getByRole('button', { name: `Delete ${errors}` }));

      // No clean-up takes a search: nothing is chosen in its place.
      await page.goto(`${address}?view=errors&q=prvWriteAccount`);
      await seen(rows(page));
      await page.getByRole('button', { name: 'Delete what the filter shows' }).click();
      await seen(dialog.getByText('A clean-up cannot select by Search.'));
      const remove = dialog.getByRole('button', { name: /^Delete/ });
      expect(await remove.getAttribute('aria-disabled')).toBe('true');
    });
  });

  it('name the settings checks that would confirm their cause', async () => {
    await browser.walk(`${address}?view=errors&cause=missing-privilege&lang=nl`, {}, async ({ page }) => {
      await rows(page).first().getByRole('link').first().click();
      await seen(page.getByRole('dialog').getByRole('link', { name: 'Rollen van de integratiegebruiker' }));
    });
  });

  it('to the end of the list there are fewer than 60 rows in the document', async () => {
    await browser.walk(`${address}?view=errors`, {}, async ({ page }) => {
      await seen(rows(page));
      const seenRows = new Set<string>();
      let most = 0;
      const look = async () => {
        const indexes = await page
          .getByRole('row')
          .evaluateAll((found) => found.map((row) => row.getAttribute('aria-rowindex') ?? ''));
        most = Math.max(most, indexes.length);
        for (const index of indexes) seenRows.add(index);
        return seenRows.size;
      };
      await expect
        .poll(
          async () => {
            await page.mouse.wheel(0, 700);
            return look();
          },
          { interval: 20 },
        )
        // The head and the errors of the day.
        .toBe(301);
      expect(most).toBeLessThan(60);
    });
  });
});

describe('Settings check', () => {
  it('shows the last snapshot, and judges a new one with its faults in place', async () => {
    await browser.walk(`${address}?view=settings-check`, { failures: [400, 404] }, async ({ page }) => {
      await seen(page.getByText('There is no live check yet. This is the last one of a snapshot.'));
      await seen(page.getByRole('heading', { name: /^Failed/ }));
      await page.getByRole('button', { name: 'Check a snapshot…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Check a snapshot' });
      const text = dialog.getByLabel('Snapshot, as JSON');
      await text.fill('{\n  "dataverse": oops }');
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await seen(dialog.getByText(/This is no JSON: see line 2/));
      await text.fill(JSON.stringify({ dataverse: { nonsense: 1 } }, undefined, 2));
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await seen(dialog.getByText(/Line \d+/));
      await text.fill(JSON.stringify(exampleSnapshot));
      await dialog.getByRole('button', { name: 'Check', exact: true }).click();
      await gone(dialog);
      await seen(page.getByRole('heading', { name: /^Failed/ }));
      await seen(page.getByRole('link', { name: /Explains 46 open errors/ }));
    });
  });

  it('of a system that is not there says so', async () => {
    await browser.walk(`${address}?view=settings-check`, { failures: [404] }, async ({ page }) => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await seen(page.getByRole('heading', { name: /^Skipped/ }));
    });
  });
});

describe('Clean-ups', () => {
  it('preview, delete, and undo from the toast and from the list', async () => {
    await browser.walk(`${address}?view=cleanups&company=CRONUS%20Nederland%20BV`, {}, async ({ page }) => {
      await seen(page.getByRole('heading', { name: 'Nothing was cleaned up yet' }));
      await page.getByRole('button', { name: 'Clean up…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Clean up errors' });
      await seen(dialog.getByText('No error matches. Nothing would be deleted.'));
      expect(await dialog.getByRole('button', { name: /^Delete/ }).getAttribute('aria-disabled')).toBe(
        'true',
      );
      await dialog.getByRole('radio', { name: 'What the filter shows' }).click();
      const remove = dialog.getByRole('button', { name: /^Delete [1-9]\d* errors$/ });
      await seen(remove);
      await seen(dialog.getByText(/belong to problems nobody resolved/));
      const deleted = /\d+/.exec((await remove.textContent()) ?? '')?.[0] ?? '';
      await remove.click();
      await gone(dialog);
      await toast(page, /deleted/)
        .getByRole('button', { name: 'Undo' })
        .click();
      await seen(toast(page, `Undone: ${deleted} errors are back`));
      await seen(rows(page).first().getByText('Undone', { exact: true }));

      await page.reload();
      await page.getByRole('button', { name: 'Clean up…' }).click();
      await dialog.getByRole('radio', { name: 'All errors' }).click();
      await dialog.getByRole('button', { name: 'Delete 300 errors' }).click();
      await gone(dialog);
      await seen(rows(page).first().getByText('300 errors deleted'));
      await rows(page).first().getByRole('button', { name: 'Undo' }).click();
      await seen(rows(page).first().getByText('Undone', { exact: true }));
      const { open } = JSON.parse(await (await app.call('overview')).text());
      expect(open.errors).toBe(300);
    });
  });

  it('a dialog keeps the focus when a toast goes that had it', async () => {
    await browser.walk(`${address}?view=cleanups&mapping=CURRENCY`, {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Clean up…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Clean up errors' });
      await dialog.getByRole('radio', { name: 'What the filter shows' }).click();
      await dialog.getByRole('button', { name: /^Delete [1-9]\d* errors$/ }).click();
      await toast(page, /deleted/)
        .getByRole('button', { name: 'Undo' })
        .click();
      await seen(toast(page, /^Undone/));
      await page.getByRole('button', { name: 'Clean up…' }).click();
      await dialog.getByRole('radio', { name: 'All errors' }).click();
      // The toast that was pressed is gone from the document.
      await gone(page.locator('.fui-ToastContainer').filter({ hasText: 'deleted' }));
      await seen(dialog.getByRole('button', { name: /^Delete 300 errors$/ }));
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    });
  });

  it('rows that were deleted are gone, with the pointer over them too', async () => {
    await browser.walk(`${address}?view=errors&mapping=CURRENCY`, {}, async ({ page }) => {
      await seen(rows(page));
      await page.getByRole('button', { name: 'Delete what the filter shows' }).click();
      const remove = page.getByRole('dialog').getByRole('button', { name: /^Delete [1-9]\d* errors$/ });
      await seen(remove);
      await page.mouse.move(640, 500);
      await remove.press('Enter');
      await seen(toast(page, /deleted/));
      await seen(page.getByRole('heading', { name: 'Nothing matches' }));
      await toast(page, /deleted/)
        .getByRole('button', { name: 'Undo' })
        .press('Enter');
      await seen(rows(page));
    });
  });

  it('one that runs is told in the header once its dialog is closed', async () => {
    await browser.walk(`${address}?view=cleanups&mapping=CURRENCY`, {}, async ({ page }) => {
      const held = Promise.withResolvers<void>();
      await page.route('**/api/cleanups', async (route) => {
        const body = route.request().postData();
        if (body !== null && !body.includes('preview')) await held.promise;
        await route.continue();
      });
      await page.getByRole('button', { name: 'Clean up…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Clean up errors' });
      await dialog.getByRole('radio', { name: 'What the filter shows' }).click();
      await dialog.getByRole('button', { name: /^Delete [1-9]\d* errors$/ }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      const running = page.getByRole('banner').getByRole('link', { name: '1 clean-up running' });
      await seen(running);
      await page.getByRole('navigation').getByRole('link', { name: 'Do now' }).click();
      await running.click();
      await seen(page.getByRole('main', { name: 'Clean-ups' }));
      held.resolve();
      await gone(running);
      await toast(page, /deleted/)
        .getByRole('button', { name: 'Undo' })
        .click();
      await seen(toast(page, /^Undone/));
    });
  });

  it('a filter that no clean-up takes is named', async () => {
    await browser.walk(`${address}?view=cleanups&q=text&status=open`, {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Clean up…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Clean up errors' });
      expect(await dialog.getByRole('radio', { name: 'What the filter shows' }).isDisabled()).toBe(true);
      await seen(dialog.getByText(/A clean-up cannot select by .*(Search|Status)/));
    });
  });
});

it('what comes while somebody reads waits for them', async () => {
  await browser.walk(address, {}, async ({ page }) => {
    await page.clock.install();
    await page.reload();
    const first = page.getByRole('main').getByRole('listitem', { name: /./ }).first();
    await first.focus();
    const name = await first.getByRole('heading').textContent();
    await send(
      app,
      'errors',
      Array.from({ length: 90 }, (_, index) => ({
        occurredAt: new Date(Date.now() - index).toISOString(),
        message:
          'Principal user (Id=3f1c7a52-6d0e-ef11-9f89-000d3a2b4c5d, type=8) is missing prvDeleteContact privilege',
        company: 'CRONUS International Ltd.',
        mapping: 'CONTACT',
        direction: 'to-integration-table',
        source: { app: 'business-central', table: 'Contact', recordId: `Contact: ${index}` },
        errorId: `later ${index}`,
      })),
    );
    await page.clock.fastForward(31_000);
    const show = page.getByRole('button', { name: '1 new · Show' });
    await seen(show);
    expect(await first.getByRole('heading').textContent()).toBe(name);
    await show.click();
    await seen(page.getByRole('main').getByRole('listitem', { name: /prvDeleteContact/ }));
  });
});
