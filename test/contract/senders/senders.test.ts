import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningApp, startApp } from '../../support/app.ts';
import { shellWords, type TestedBlock, testedBlocks } from '../../support/markdown.ts';

const page = join(import.meta.dirname, '../../../docs/senders.md');
const key = 'key of a sender';
let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ keys: { master: 'm', default: key } });
});
afterAll(() => app?.close());

/** The examples contain a fixed date. Replaces it with a recent time, so that the desk accepts the reports. */
const withRecentTimes = (text: string) =>
  text.replaceAll(/2026-11-22T[\d:.]+Z/g, () => new Date(Date.now() - 60_000).toISOString());

const headers = { 'content-type': 'application/json', 'x-functions-key': key };

/** Sends the request of a block, as its reader would. */
function send({ marker, language, text }: TestedBlock): Promise<Response> {
  if (language === 'sh') return curl(text);
  if (language === 'powershell') return report(/@'\n(.*)\n'@/s.exec(text)?.[1] ?? '');
  if (marker.startsWith('ndjson'))
    return app.call('errors', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-ndjson' },
      body: withRecentTimes(text),
    });
  if (marker.startsWith('power automate')) return powerAutomate(text);
  return report(text);
}

function report(body: string): Promise<Response> {
  return app.call('errors', { method: 'POST', headers, body: withRecentTimes(body) });
}

/** Runs a curl command with the options that the page uses. */
function curl(command: string): Promise<Response> {
  const words = shellWords(command, { DESK: `${app.url}/api`, KEY: key });
  expect(words[0]).toBe('curl');
  const url = words.find((word) => word.startsWith('http')) ?? '';
  const valuesOf = (option: string) => words.filter((_, index) => words[index - 1] === option);
  const [body] = valuesOf('-d');
  return fetch(withRecentTimes(url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: Object.fromEntries(
      valuesOf('-H').map((header) => z.tuple([z.string(), z.string()]).parse(header.split(': '))),
    ),
    ...(body === undefined ? {} : { body: withRecentTimes(body) }),
  });
}

/** Runs the action HTTP with its expressions evaluated. */
function powerAutomate(text: string): Promise<Response> {
  const { inputs } = z
    .object({
      inputs: z.object({
        method: z.string(),
        uri: z.string(),
        headers: z.record(z.string(), z.string()),
        body: z.unknown(),
      }),
    })
    .parse(JSON.parse(text));
  const evaluated = (value: string) =>
    value
      .replaceAll('@{utcNow()}', new Date().toISOString())
      .replaceAll("@{parameters('Error desk key')}", key)
      .replaceAll(/@\{[^}]*\}/g, 'a value');
  return fetch(inputs.uri.replace(/^https:\/\/[^/]+/, app.url), {
    method: inputs.method,
    headers: Object.fromEntries(
      Object.entries(inputs.headers).map(([name, value]) => [name, evaluated(value)]),
    ),
    body: evaluated(JSON.stringify(inputs.body)),
  });
}

const blocks = testedBlocks(page);

describe('docs/senders.md', () => {
  it('has an example in each language', () => {
    expect([...new Set(blocks.map(({ language }) => language))]).toEqual(['sh', 'json', 'powershell']);
    expect(blocks.length).toBeGreaterThanOrEqual(7);
  });

  it.each(blocks.map((block, index) => ({ index, ...block })))(
    'example $index, $language: $marker',
    async ({ index: _, ...block }) => {
      const response = await send(block);
      const text = await response.text();
      expect(`${response.status} ${text}`).toMatch(new RegExp(`^${block.marker.split(' ').at(-1)} `));
      if (response.status !== 201) return;
      // Stored, or a duplicate of another example. An expired report would not be visible to the reader.
      expect(JSON.parse(text)).toMatchObject({ expired: 0, invalid: 0 });
    },
  );

  it('has examples whose reports are stored and diagnosed', async () => {
    const { value } = z
      .object({ value: z.array(z.object({ diagnosis: z.object({ cause: z.string() }) })) })
      .parse(await (await app.call('errors?cause=missing-privilege', { headers })).json());
    expect(value.length).toBeGreaterThan(0);
  });
});
