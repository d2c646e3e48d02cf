import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { problemIn } from '../../support/contract-client.ts';
import { aCompany, ago, idsOf, reportsIn } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';
import { aReportBody } from '../../support/reports.ts';

const ndjson = { 'content-type': 'application/x-ndjson' };
const json = { 'content-type': 'application/json' };

const { app, client } = await openApp();

/** A valid report with one field as given. */
const withField = (name: string, value: unknown) => ({ ...aReportBody(), [name]: value });
const without = (name: string) => {
  const { [name]: _, ...rest } = aReportBody();
  return rest;
};
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('one bad report', () => {
  it.each([
    { name: 'no occurredAt', report: without('occurredAt'), pointer: '/occurredAt', detail: /^Required$/ },
    { name: 'no message', report: without('message'), pointer: '/message', detail: /^Required$/ },
    { name: 'no company', report: without('company'), pointer: '/company', detail: /^Required$/ },
    { name: 'an empty company', report: withField('company', ''), pointer: '/company', detail: /name/ },
    { name: 'an unknown field', report: withField('colour', 1), pointer: '/colour', detail: /"colour"/ },
    {
      name: 'a field in another case',
      report: withField('Company', 'x'),
      pointer: '/Company',
      detail: /Unknown/,
    },
    { name: 'a field to be escaped', report: withField('a/b~c', 1), pointer: '/a~1b~0c', detail: /a\/b~c/ },
    { name: 'a number for a text', report: withField('message', 5), pointer: '/message', detail: /string/ },
    { name: 'null for a text', report: withField('mapping', null), pointer: '/mapping', detail: /string/ },
    {
      name: 'a number for a date',
      report: withField('occurredAt', 1),
      pointer: '/occurredAt',
      detail: /string/,
    },
    { name: 'no date', report: withField('occurredAt', 'now'), pointer: '/occurredAt', detail: /ISO 8601/ },
    {
      name: 'a date without zone',
      report: withField('occurredAt', '2026-11-22T06:12:03'),
      pointer: '/occurredAt',
      detail: /zone is missing/,
    },
    {
      name: 'an impossible day',
      report: withField('occurredAt', '2026-02-29T06:12:03Z'),
      pointer: '/occurredAt',
      detail: /2026-02-29 is not a day/,
    },
    {
      name: 'an impossible time',
      report: withField('occurredAt', '2026-02-28T25:12:03Z'),
      pointer: '/occurredAt',
      detail: /25:12:03 is not a time/,
    },
    {
      name: 'an unknown direction',
      report: withField('direction', 'up'),
      pointer: '/direction',
      detail: /to-integration-table/,
    },
    {
      name: 'a side without app',
      report: withField('source', { table: 'Customer' }),
      pointer: '/source/app',
      detail: /dataverse|Required/,
    },
    {
      name: 'an unknown field of a side',
      report: withField('destination', { app: 'dataverse', id: '1' }),
      pointer: '/destination/id',
      detail: /"id"/,
    },
    { name: 'a text for a side', report: withField('source', 'x'), pointer: '/source', detail: /object/ },
    {
      name: 'too long a name',
      report: withField('mapping', 'm'.repeat(513)),
      pointer: '/mapping',
      detail: /512/,
    },
    {
      // The clock goes on until the report is sent; report-check.test.ts tests the exact figure.
      name: 'half an hour ahead',
      report: withField('occurredAt', ago(-30 * 60_000)),
      pointer: '/occurredAt',
      detail: /^\d+ min ahead of the server's clock/,
    },
    {
      name: '3 hours ahead',
      report: withField('occurredAt', ago(-(3 * 60 + 50) * 60_000)),
      pointer: '/occurredAt',
      detail: /^3 h \d+ min ahead/,
    },
    {
      name: 'years ahead',
      report: withField('occurredAt', '9999-12-31T23:59:59Z'),
      pointer: '/occurredAt',
      detail: /^\d+ d \d+ h ahead/,
    },
    {
      name: 'an empty date of Business Central',
      report: withField('occurredAt', '0001-01-01T00:00:00Z'),
      pointer: '/occurredAt',
      detail: /^Before the year 2000/,
    },
    {
      name: 'too deep a report',
      report: withField('message', JSON.parse(nested(16))),
      pointer: '',
      detail: /^Nested deeper than 16 levels$/,
    },
    {
      name: 'a report of 101 fields',
      report: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, 1])),
      pointer: '',
      detail: /^An object with more than 100 names$/,
    },
    { name: 'null', report: null, pointer: '', detail: /object/ },
    { name: 'a text', report: 'x', pointer: '', detail: /object/ },
    { name: 'an array in the array', report: [], pointer: '', detail: /object/ },
  ])('$name: 400 with its pointer, also among others', async ({ report, pointer, detail }) => {
    const company = aCompany();
    const alone = await client.send('POST', 'errors', { body: JSON.stringify([report]) });
    expect(alone.status).toBe(400);
    const problem = problemIn(alone);
    expect(problem.code).toBe('invalid-reports');
    expect(problem.errors).toEqual([{ index: 0, pointer, detail: expect.stringMatching(detail) }]);
    const among = await client.post('errors', [aReportBody({ company }), report]);
    expect(among.status).toBe(207);
    expect(reportsIn(among).results[1]).toEqual({
      index: 1,
      outcome: 'invalid',
      errors: [{ pointer, detail: expect.stringMatching(detail) }],
    });
    expect(await idsOf(client, company)).toHaveLength(1);
  });

  it('lists every fault of each item, by index', async () => {
    const problem = problemIn(await client.post('errors', [{}, { ...aReportBody(), message: 1, x: 2 }]));
    expect(problem.errors?.map(({ index, pointer }) => [index, pointer])).toEqual([
      [0, '/occurredAt'],
      [0, '/message'],
      [0, '/company'],
      [1, '/message'],
      [1, '/x'],
    ]);
  });

  it('gives details for the first 200 invalid reports, 5 each, and an outcome for every report', async () => {
    const company = aCompany();
    // Names that take the most bytes in an answer.
    const bad = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => ['\u0001'.repeat(60) + index, 1]),
    );
    const reports = [...Array(200).fill(bad), ...Array(9799).fill({}), aReportBody({ company })];
    const some = await client.post('errors', reports);
    expect(some.status).toBe(207);
    expect(some.text.length).toBeLessThan(1024 * 1024);
    const { results, invalid, withoutDetails } = reportsIn(some);
    expect([invalid, withoutDetails]).toEqual([9999, 9799]);
    expect(results.map(({ index }) => index)).toEqual(reports.map((_, index) => index));
    expect(results.slice(0, 9999).every(({ outcome }) => outcome === 'invalid')).toBe(true);
    expect(results.at(-1)?.outcome).toBe('stored');
    const details = results.map(({ errors }) => errors?.length);
    expect(details.slice(0, 200)).toEqual(Array(200).fill(5));
    expect(details.slice(200).some((length) => length !== undefined)).toBe(false);

    const none = await client.post('errors', [...Array(200).fill(bad), ...Array(9800).fill({})]);
    expect(none.status).toBe(400);
    expect(none.text.length).toBeLessThan(1024 * 1024);
    expect(problemIn(none)).toMatchObject({ code: 'invalid-reports', withoutDetails: 9800 });
    expect(problemIn(none).errors).toHaveLength(1000);
  });

  it('refuses __proto__ and the like as unknown fields', async () => {
    const rest = JSON.stringify(aReportBody()).slice(1);
    for (const field of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty']) {
      const answer = await client.post('errors', `{"${field}": {"company": "x", "admin": true},${rest}`);
      expect(answer.status).toBe(400);
      expect(problemIn(answer).errors).toEqual([
        { index: 0, pointer: `/${field}`, detail: `Unknown: "${field}"` },
      ]);
    }
  });
});

describe('bodies that cannot be read', () => {
  const utf16 = Buffer.from(JSON.stringify(aReportBody()), 'utf16le');
  const notUtf8 = Buffer.concat([
    Buffer.from('{"message":"'),
    Buffer.from([0xff, 0xfe, 0xc0]),
    Buffer.from('"}'),
  ]);
  const deep = 200_000;

  it.each([
    { name: 'nothing', body: '', status: 400, code: 'invalid-json' },
    { name: 'no JSON', body: 'occurredAt=1', status: 400, code: 'invalid-json' },
    { name: 'half of JSON', body: '[{"message":', status: 400, code: 'invalid-json' },
    { name: 'JSON with a comma too many', body: '[1,]', status: 400, code: 'invalid-json' },
    { name: 'bytes that are not UTF-8', body: notUtf8, status: 400, code: 'invalid-json' },
    { name: 'UTF-16', body: utf16, status: 400, code: 'invalid-json' },
    { name: 'an empty array', body: '[]', status: 400, code: 'invalid-reports' },
    { name: 'NDJSON of blank lines', body: '\n \r\n', headers: ndjson, status: 400, code: 'invalid-reports' },
    { name: 'NDJSON of broken lines', body: '{\n}\n', headers: ndjson, status: 400, code: 'invalid-reports' },
    { name: 'NDJSON that is not UTF-8', body: notUtf8, headers: ndjson, status: 400, code: 'invalid-json' },
    { name: 'a text', body: '"x"', status: 400, code: 'invalid-reports' },
    { name: 'deep arrays', body: '['.repeat(deep) + ']'.repeat(deep), status: 400, code: 'invalid-reports' },
    { name: 'deep objects', body: nested(deep), status: 400, code: 'invalid-reports' },
    { name: 'a deep field', body: `{"message":${nested(deep)}}`, status: 400, code: 'invalid-reports' },
    { name: 'unclosed deep arrays', body: '['.repeat(deep), status: 400, code: 'invalid-json' },
    {
      name: 'another media type',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      name: 'a form',
      body: 'message=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      name: 'another charset',
      body: '{}',
      headers: { 'content-type': 'application/json; charset=iso-8859-1' },
      status: 415,
      code: 'unsupported-media-type',
    },
    {
      name: 'an encoding',
      body: '{}',
      headers: { ...json, 'content-encoding': 'gzip' },
      status: 415,
      code: 'unsupported-media-type',
    },
    { name: '10,001 items', body: `[${'{},'.repeat(10_000)}{}]`, status: 413, code: 'too-many-items' },
    {
      name: '10,001 items after a byte-order mark',
      body: `\uFEFF[${'{},'.repeat(10_000)}{}]`,
      status: 413,
      code: 'too-many-items',
    },
    {
      name: '10,001 lines',
      body: '{}\n'.repeat(10_001),
      headers: ndjson,
      status: 413,
      code: 'too-many-items',
    },
    {
      name: 'a million broken lines',
      body: '{\n'.repeat(1_000_000),
      headers: ndjson,
      status: 413,
      code: 'too-many-items',
    },
    {
      name: 'half a million unknown fields',
      body: `{${Array.from({ length: 600_000 }, (_, index) => `"${index}":1`).join()}}`,
      status: 413,
      code: 'payload-too-large',
    },
    {
      name: 'a million numbers',
      body: `[${'1,'.repeat(1_000_000)}1]`,
      status: 413,
      code: 'payload-too-large',
    },
    { name: '11 MiB', body: `["${'x'.repeat(11 * 1024 * 1024)}"]`, status: 413, code: 'payload-too-large' },
  ])('$name: $status $code, without a storage call', async ({ body, headers, status, code }) => {
    const answer = await client.send('POST', 'errors', { body, ...(headers ? { headers } : {}) });
    expect(answer.status).toBe(status);
    expect(problemIn(answer).code).toBe(code);
    expect(answer.storageCalls).toBe(0);
    expect((await client.get('health')).status).toBe(200);
  });

  it('accepts JSON of exactly 10 MiB, and a media type with charset', async () => {
    const company = aCompany();
    const report = JSON.stringify([aReportBody({ company })]);
    const answer = await client.post('errors', report.padEnd(10 * 1024 * 1024), {
      'content-type': 'Application/JSON; charset="UTF-8"',
    });
    expect(answer.status).toBe(201);
    expect(await idsOf(client, company)).toHaveLength(1);
  });

  it.each([1, 11])('refuses %d MiB in chunks, without a length', async (mebibytes) => {
    const { status, text } = await sendInChunks(
      `${app.url}/api/errors`,
      mebibytes,
      JSON.stringify(aReportBody()),
    );
    expect(status).toBe(411);
    expect(JSON.parse(text)).toMatchObject({
      code: 'length-required',
      status: 411,
      detail: expect.stringContaining('Content-Length'),
    });
    expect((await client.get('health')).status).toBe(200);
  });
});

/** Posts a text in chunks, followed by some MiB of spaces. */
function sendInChunks(
  url: string,
  mebibytes: number,
  text: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers: { ...json, ...app.headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.write(text);
    for (let part = 0; part < mebibytes; part++) request.write(' '.repeat(1024 * 1024));
    request.end();
  });
}
