import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
  Response,
} from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../infra/launch-browser.ts';

/** A limit that only a hang reaches, ms. */
const patienceMs = 120_000;

/** A browser for one test file. */
export function openBrowser(): { readonly walk: typeof walkThrough } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    walk: (address, options, steps) => {
      if (!browser) throw new Error('The browser does not run');
      return walkThrough(address, options, steps, browser);
    },
  };
}

export interface WalkOptions extends BrowserContextOptions {
  /** Statuses of answers that this walk brings about: the browser writes them to its console. */
  readonly failures?: readonly number[];
  /** What happens before the page opens. */
  readonly before?: (context: BrowserContext) => Promise<unknown>;
}

/** Calls of the API in the order of their answers, without the files of the page. */
export interface ApiCall {
  readonly method: string;
  /** Path and query below `/api/`. */
  readonly path: string;
  readonly response: Response;
}

export interface Walk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The calls of the API so far. */
  readonly calls: readonly ApiCall[];
}

/**
 * Opens an address in a context of its own and goes through steps. Afterwards nothing may have been in the console,
 * no script may have failed, and the policy of the page may not have been violated once.
 */
async function walkThrough(
  address: string,
  { failures = [], before, ...options }: WalkOptions,
  steps: (walk: Walk) => Promise<void>,
  browser?: Browser,
): Promise<void> {
  if (!browser) throw new Error('The browser does not run');
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  const faults: string[] = [];
  const calls: ApiCall[] = [];
  try {
    await context.exposeFunction('violated', (directive: string) => faults.push(`violates ${directive}`));
    await context.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        window.violated(`${violatedDirective}: ${blockedURI} ${sample}`),
      ),
    );
    await before?.(context);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const status = /Failed to load resource: the server responded with a status of (\d+)/.exec(
        message.text(),
      );
      if (status && failures.includes(Number(status[1]))) return;
      faults.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', ({ stack, message }) => faults.push(stack ?? message));
    page.on('response', (response) => {
      const path = new URL(response.url()).href.split('/api/')[1];
      if (path === undefined || path.startsWith('dashboard')) return;
      calls.push({ method: response.request().method(), path, response });
    });
    await page.goto(address);
    await steps({ page, context, calls });
  } finally {
    await context.close();
  }
  expect(faults).toEqual([]);
}

/** Waits until something is to be seen. */
export async function seen(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

/** Waits until nothing of it is to be seen. */
export async function gone(locator: Locator): Promise<void> {
  await expect.poll(() => locator.count()).toBe(0);
}
