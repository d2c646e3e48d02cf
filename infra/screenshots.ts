/** `npm run screenshots`: pictures of the page on the demo's day, for the docs. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from './build.ts';
import { appClient } from './demo/app-client.ts';
import { demo } from './demo/demo.ts';
import { launchBrowser } from './launch-browser.ts';
import { startAzurite } from './local/azurite.ts';
import { startHost } from './local/function-host.ts';

const projectFolder = join(import.meta.dirname, '..');
const imagesFolder = join(projectFolder, 'docs/images');
const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };

interface Picture {
  readonly name: string;
  /** The query of the page. */
  readonly query: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Opens the first row. */
  readonly withPanel?: boolean;
}

const pictures: readonly Picture[] = [
  { name: 'do-now', query: 'view=do-now', size: wide },
  { name: 'problems', query: 'view=problems', size: wide },
  { name: 'problem', query: 'view=problems&cause=missing-privilege', size: wide, withPanel: true },
  { name: 'errors', query: 'view=errors', size: wide },
  { name: 'settings-check', query: 'view=settings-check', size: wide },
  { name: 'do-now-dark', query: 'view=do-now', size: wide, colorScheme: 'dark' },
  { name: 'do-now-narrow-dutch', query: 'view=do-now&lang=nl', size: narrow },
];

const folder = mkdtempSync(join(tmpdir(), 'error-desk-pictures-'));
const main = await build({ outfile: join(folder, 'main.cjs') });
const azurite = await startAzurite({});
const host = await startHost({
  appFolder: projectFolder,
  main,
  port: 0,
  withoutLocalSettings: true,
  environment: {
    ERROR_LOG: azurite.connectionString,
    BUSINESS_CENTRAL_WEB_URL: 'https://businesscentral.dynamics.com/contoso.example',
    DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
  },
  log: () => undefined,
});
const browser = await launchBrowser();
try {
  // Each step is done when its text is taken.
  const steps = demo(appClient(host.url, undefined));
  while (!(await steps.next()).done);
  mkdirSync(imagesFolder, { recursive: true });
  for (const picture of pictures) await take(picture, browser, host.url);
} finally {
  await browser.close();
  await host.close();
  await azurite.close();
  rmSync(folder, { recursive: true, force: true });
}

async function take(picture: Picture, using: Browser, url: string): Promise<void> {
  const { name, query, size, colorScheme = 'light', withPanel = false } = picture;
  const context = await using.newContext({ viewport: size, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${url}/api/dashboard?${query}`, { waitUntil: 'networkidle' });
  if (withPanel) {
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('dialog').waitFor();
    await page.waitForLoadState('networkidle');
  }
  const file = join(imagesFolder, `${name}.png`);
  writeFileSync(file, await page.screenshot());
  await context.close();
  console.log(`${relative(projectFolder, file)} (${Math.round(statSync(file).size / 1000)} kB)`);
}
