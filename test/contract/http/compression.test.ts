import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const { app, client } = await openApp();

interface RawAnswer {
  readonly status: number | undefined;
  readonly encoding: string | undefined;
  readonly vary: string | undefined;
  readonly bytes: Buffer;
}

/** The answer as it comes: nothing is unpacked. */
function raw(path: string, acceptEncoding?: string): Promise<RawAnswer> {
  const headers = {
    ...app.headers,
    ...(acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${app.url}/api/${path}`, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const { 'content-encoding': encoding, vary } = answer.headers;
        resolve({ status: answer.statusCode, encoding, vary, bytes: Buffer.concat(parts) });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('an answer above 1 kB', () => {
  beforeAll(async () => {
    await report(client, ...Array.from({ length: 30 }, (_, index) => ({ errorId: `${index}` })));
  });

  it.each([
    { accepts: 'br', encoding: 'br' },
    { accepts: 'gzip, deflate, br', encoding: 'br' },
    { accepts: 'gzip', encoding: 'gzip' },
    { accepts: 'br;q=0, gzip;q=0.5', encoding: 'gzip' },
    { accepts: 'identity', encoding: undefined },
    { accepts: 'deflate', encoding: undefined },
    { accepts: 'br;q=0', encoding: undefined },
    { accepts: undefined, encoding: undefined },
  ])('to a caller who accepts $accepts is packed as $encoding', async ({ accepts, encoding }) => {
    const path = 'errors?maxpagesize=30';
    const plain = await raw(path);
    expect(plain.bytes.length).toBeGreaterThan(1024);
    const answer = await raw(path, accepts);
    expect([answer.status, answer.encoding]).toEqual([200, encoding]);
    expect(answer.vary).toContain('Accept-Encoding');
    const { bytes } = answer;
    const text =
      encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(JSON.parse(text.toString())).toEqual(JSON.parse(plain.bytes.toString()));
    if (encoding) expect(bytes.length).toBeLessThan(plain.bytes.length / 3);
  });

  it('of CSV and of the description is packed as well', async () => {
    expect((await raw('openapi.json', 'br')).encoding).toBe('br');
  });
});

it('a short answer is sent as it is, to whoever asks', async () => {
  for (const path of ['health', 'errors/unknown']) {
    const answer = await raw(path, 'br, gzip');
    expect(answer.encoding).toBeUndefined();
    expect(answer.vary ?? '').not.toContain('Accept-Encoding');
  }
});
