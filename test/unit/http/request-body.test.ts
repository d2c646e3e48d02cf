import { HttpRequest } from '@azure/functions';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readItems, readJson } from '../../../shared/http/request-body.ts';

const requestOf = (body: string, headers: Readonly<Record<string, string>>) =>
  new HttpRequest({ method: 'POST', url: 'http://localhost/api/errors', headers, body: { string: body } });
const json = { 'content-type': 'application/json' };
const ndjson = { 'content-type': 'application/x-ndjson' };
const chunked = { ...json, 'transfer-encoding': 'chunked' };

afterEach(() => vi.restoreAllMocks());

describe('items', () => {
  it('are counted before any is parsed', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const reading = readItems(requestOf('{\n'.repeat(10_001), ndjson), 10_000);
    await expect(reading).rejects.toMatchObject({ code: 'too-many-items' });
    expect(parse).not.toHaveBeenCalledWith('{');
  });

  it('of NDJSON are its lines; a broken one does not spoil the others', async () => {
    const items = await readItems(requestOf('{"a":1}\r\n\n{\n2', ndjson), 3);
    expect(items).toEqual([{ value: { a: 1 } }, { unreadable: 'The line is not JSON' }, { value: 2 }]);
  });
});

describe('a body of unknown length', () => {
  it.each([true, false])('is refused when the body is optional: %s', async (optional) => {
    await expect(readJson(requestOf('', chunked), optional)).rejects.toMatchObject({
      code: 'length-required',
      message: expect.stringContaining('Content-Length'),
    });
  });

  it('is read when the host passes it on', async () => {
    expect(await readJson(requestOf('{"a":1}', chunked), false)).toEqual({ a: 1 });
  });
});
