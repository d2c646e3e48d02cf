import { type Browser, chromium } from 'playwright-core';

/** Switches of the packaged browser that would change what is tested, or that made it crash. */
const left: readonly string[] = [
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
];

/**
 * A real Chromium: on Linux the one of a package, elsewhere the installed Edge or Chrome.
 * @throws where neither is there
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === 'linux') {
    const { default: packaged } = await import('@sparticuz/chromium');
    return chromium.launch({
      executablePath: await packaged.executablePath(),
      args: packaged.args.filter((argument) => !left.includes(argument)),
    });
  }
  for (const channel of ['msedge', 'chrome']) {
    const browser = await chromium.launch({ channel }).catch(() => undefined);
    if (browser) return browser;
  }
  throw new Error('The tests of the page need Microsoft Edge or Google Chrome; install one of them');
}
