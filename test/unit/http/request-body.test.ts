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
    const { items } = await readItems(requestOf('{"a":1}\r\n\n{\n2', ndjson), 3);
    expect(items).toEqual([{ value: { a: 1 } }, { unreadable: 'The line is not JSON' }, { value: 2 }]);
  });
});

describe('bounds', () => {
  it('refuse a body of one value that is too deep, by its place', async () => {
    const deep = `${'['.repeat(17)}${']'.repeat(17)}`;
    await expect(readJson(requestOf(deep, json), false)).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '', detail: 'Nested deeper than 16 levels' }],
    });
  });

  it('make a deep item of a list, or of NDJSON, an invalid one', async () => {
    const deep = `${'['.repeat(17)}${']'.repeat(17)}`;
    const items = [{ value: 1 }, { unreadable: 'Nested deeper than 16 levels' }, { value: 2 }];
    expect(await readItems(requestOf(`[1,${deep},2]`, json), 3)).toMatchObject({ items });
    expect(await readItems(requestOf(`1\n${deep}\n2`, ndjson), 3)).toMatchObject({ items });
  });

  it('hold for all lines of NDJSON together', async () => {
    const line = `[${'1,'.repeat(300_000)}1]\n`;
    await expect(readItems(requestOf(line.repeat(4), ndjson), 10)).rejects.toMatchObject({
      code: 'payload-too-large',
    });
  });
});

describe('a body that breaks off', () => {
  it('is a failure of the request, not a bug', async () => {
    const request = requestOf('{}', json);
    vi.spyOn(request, 'arrayBuffer').mockRejectedValue(new TypeError('terminated'));
    await expect(readJson(request, false)).rejects.toMatchObject({
      code: 'invalid-json',
      message: 'The body did not arrive whole; send it again',
    });
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
