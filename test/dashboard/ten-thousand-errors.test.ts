import { expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { aReportBody } from '../support/reports.ts';
import { send } from './demo-day.ts';
import { openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
const count = 10_000;

it('of 10,000 errors fewer than 60 rows are in the document, to the very end', async () => {
  const app = await startApp();
  try {
    const start = Date.now() - count * 1000;
    const reports = Array.from({ length: count }, (_, index) =>
      aReportBody({ errorId: `error-${index}`, occurredAt: new Date(start + index * 1000).toISOString() }),
    );
    await send(app, 'errors', reports);
    await browser.walk(`${app.url}/api/dashboard?view=errors`, {}, async ({ page }) => {
      const table = page.getByRole('table');
      const rows = table.getByRole('row');
      await seen(rows.nth(1));
      await rows.nth(1).focus();
      let most = 0;
      let last = 0;
      await expect
        .poll(
          async () => {
            await page.keyboard.press('End');
            const indexes = await rows.evaluateAll((all) =>
              all.map((row) => Number(row.getAttribute('aria-rowindex'))),
            );
            most = Math.max(most, indexes.length);
            last = Math.max(last, ...indexes);
            return last;
          },
          { interval: 50 },
        )
        // The head is a row too.
        .toBe(count + 1);
      await seen(page.getByRole('status').getByText('10,000 errors', { exact: true }));
      expect(Number(await table.getAttribute('aria-rowcount'))).toBe(count + 1);
      expect(most).toBeLessThan(60);
    });
  } finally {
    await app.close();
  }
});
