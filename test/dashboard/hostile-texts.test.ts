import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningApp, startApp } from '../support/app.ts';
import { send } from './demo-day.ts';
import { openBrowser, seen } from './page-under-test.ts';

const browser = openBrowser();
let app: RunningApp;

beforeAll(async () => {
  app = await startApp({
    settings: {
      BUSINESS_CENTRAL_WEB_URL: 'https://businesscentral.dynamics.com',
      DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
    },
  });
  await send(app, 'errors', payloads.map(reportOf));
});
afterAll(() => app?.close());

const run = 'window.hit()';

/** Fifty ways by which a text has become a script in pages of others. */
const payloads: readonly string[] = [
  `<script>${run}</script>`,
  `<SCRIPT SRC=data:text/javascript,${run}></SCRIPT>`,
  `</script><script>${run}</script>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<img src=x onerror=${run}>`,
  `<img src=x onerror="${run}">`,
  `<IMG SRC="javascript:${run}">`,
  `"><img src=x onerror=${run}>`,
  `' onerror='${run}`,
  `" onmouseover="${run}`,
  `" autofocus onfocus="${run}" x="`,
  `<svg onload=${run}>`,
  `<svg/onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<math><mi//xlink:href="data:x,<script>${run}</script>">`,
  `<iframe src="javascript:parent.hit()"></iframe>`,
  `<iframe srcdoc="<script>parent.hit()</script>"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<a href="javascript:${run}">x</a>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  `data:text/html,<script>opener.hit()</script>`,
  `vbscript:${run}`,
  `<form action="javascript:${run}"><button autofocus>x</button></form>`,
  `<button formaction="javascript:${run}">x</button>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<details open ontoggle=${run}>`,
  `<marquee onstart=${run}>`,
  `<body onload=${run}>`,
  `<style>@import 'javascript:${run}';</style>`,
  `<link rel=stylesheet href="javascript:${run}">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<base href="javascript:${run}//">`,
  `<template><script>${run}</script></template>`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `&lt;img src=x onerror=${run}&gt;`,
  `__proto__[innerHTML]=<img src=x onerror=${run}>`,
];

/** A report with the payload in each of its texts. */
function reportOf(payload: string, index: number) {
  const record = {
    table: payload,
    recordId: payload,
    name: payload,
    url: `https://businesscentral.dynamics.com/?page=21&x=${encodeURIComponent(payload)}`,
  };
  return {
    occurredAt: new Date(Date.now() - index * 1000).toISOString(),
    message: index % 2 === 0 ? payload : `Cannot find ${payload} in table ${payload}.`,
    company: payload,
    environment: payload,
    mapping: payload,
    direction: 'to-integration-table',
    source: { app: 'business-central', ...record },
    destination: { app: 'dataverse', ...record, url: payload },
    callStack: payload,
    errorId: payload,
    jobId: payload,
    language: 'en-US',
  };
}

const hits = z.array(z.string());
const problemList = z.object({
  value: z.array(z.object({ id: z.string(), sampleMessage: z.string().optional() })),
});

it('fifty payloads in every text of a report run no script, in any view', async () => {
  expect(new Set(payloads).size).toBe(50);
  await browser.walk(
    'about:blank',
    {
      // No settings check was made, and some texts are no values of the API.
      failures: [400, 404],
      before: async (context) => {
        await context.addInitScript(() => {
          Object.assign(window, { hits: [], hit: () => Object(window).hits.push(location.href) });
        });
      },
    },
    async ({ page }) => {
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      /** Nothing ran, nothing of a payload became an element, and links lead where links may lead. */
      const harmless = async () => {
        expect(hits.parse(await page.evaluate(() => Object(window).hits))).toEqual([]);
        expect(dialogs).toEqual([]);
        expect(page.frames()).toHaveLength(1);
        const strange = await page.evaluate(() =>
          [
            ...[...document.querySelectorAll('script')].filter(({ src }) => !src.startsWith(location.origin)),
            ...document.querySelectorAll('iframe, object, embed, base, math, marquee, body img, template'),
            ...[...document.querySelectorAll('*')].filter((element) =>
              element.getAttributeNames().some((name) => name.startsWith('on')),
            ),
          ].map(({ outerHTML }) => outerHTML.slice(0, 200)),
        );
        expect(strange).toEqual([]);
        const links = await page.evaluate(() => [...document.links].map(({ protocol }) => protocol));
        expect(links.filter((protocol) => protocol !== 'http:' && protocol !== 'https:')).toEqual([]);
      };
      const open = async (query: string) => {
        await page.goto(`${app.url}/api/dashboard?${query}`);
        await page.waitForLoadState('networkidle');
      };

      await open('view=do-now');
      await seen(page.getByRole('main').getByRole('listitem').first());
      for (const summary of await page.locator('summary').all()) await summary.click();
      await harmless();
      const { value } = problemList.parse(
        JSON.parse(await (await app.call('problems?maxpagesize=200')).text()),
      );
      const idOf = (payload: string | undefined) =>
        value.find(({ sampleMessage }) => sampleMessage === payload)?.id ?? '';
      for (const payload of [payloads[0], payloads[28]]) {
        await open(`view=do-now&problem=${idOf(payload)}`);
        await seen(page.getByRole('dialog').getByRole('heading', { name: 'Newest errors' }));
        await harmless();
        await page.getByRole('dialog').getByRole('button', { name: 'Copy support bundle' }).click();
        await seen(page.getByRole('dialog', { name: 'Support bundle' }));
        await harmless();
        await page.keyboard.press('Escape');
      }
      const rows = (name: string) =>
        page.getByRole('table', { name }).getByRole('row').filter({ hasText: 'window.hit()' });
      const heading = (name: string) => page.getByRole('heading', { name });
      for (const [view, content] of [
        ['Problems', rows('Problems')],
        ['Errors', rows('Errors, newest first')],
        ['Settings check', heading('The settings were never checked')],
        ['Clean-ups', heading('Nothing was cleaned up yet')],
      ] as const) {
        await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
        await seen(content);
        await harmless();
      }
      await page.goBack();
      await page.goBack();
      await rows('Errors, newest first').first().getByRole('link').first().click();
      await seen(page.getByRole('dialog').getByText('Call stack'));
      for (const summary of await page.getByRole('dialog').locator('summary').all()) await summary.click();
      await harmless();
      // The same texts in the address: all at once, and the first alone where only one counts.
      const texts = payloads.map(encodeURIComponent);
      const repeated = (name: string) => texts.map((text) => `${name}=${text}`).join('&');
      for (const view of ['errors', 'problems', 'do-now']) {
        const [one] = texts;
        await open(
          `view=${view}&q=${one}&problem=${one}&error=${one}&lang=${one}&${one}=${one}&${repeated('company')}&${repeated('cause')}`,
        );
        await harmless();
      }
    },
  );
});
