import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { problemIn } from '../../support/contract-client.ts';
import { aCompany, ago, entryIn, idsOf, reportsIn } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';
import { aReportBody } from '../../support/reports.ts';

const ndjson = { 'content-type': 'application/x-ndjson' };

const { client } = await openApp();

describe('what is stored', () => {
  it('stores one object, as index 0', async () => {
    const company = aCompany();
    const answer = await client.post('errors', aReportBody({ company }));
    expect(answer.status).toBe(201);
    const { results, ...counts } = reportsIn(answer);
    expect(counts).toEqual({ stored: 1, duplicates: 0, expired: 0, invalid: 0 });
    expect(results).toEqual([{ index: 0, id: expect.any(String), outcome: 'stored' }]);
    expect(await idsOf(client, company)).toEqual([results[0]?.id]);
  });

  it.each([
    { name: 'an array', send: (items: unknown[]) => ({ body: items }) },
    {
      name: 'NDJSON with blank lines and CRLF',
      send: (items: unknown[]) => ({
        body: `\n${items.map((item) => JSON.stringify(item)).join('\r\n\n')}\r\n`,
        headers: ndjson,
      }),
    },
    {
      name: 'NDJSON after a byte-order mark',
      send: (items: unknown[]) => ({
        body: `\uFEFF${items.map((item) => JSON.stringify(item)).join('\n')}`,
        headers: ndjson,
      }),
    },
  ])('stores $name in order', async ({ send }) => {
    const company = aCompany();
    const items = [0, 1, 2].map((index) =>
      aReportBody({ company, errorId: `e${index}`, occurredAt: ago(1000 * index) }),
    );
    const answer = await client.send('POST', 'errors', send(items));
    expect(answer.status).toBe(201);
    const { stored, results } = reportsIn(answer);
    expect(stored).toBe(3);
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(await idsOf(client, company)).toEqual(results.map(({ id }) => id));
  });

  it('recognizes duplicates, in one request and across requests', async () => {
    const company = aCompany();
    const one = aReportBody({ company, errorId: 'one' });
    const first = reportsIn(await client.post('errors', [one, one, { ...one, message: 'Said otherwise' }]));
    expect(first).toMatchObject({ stored: 1, duplicates: 2 });
    expect(new Set(first.results.map(({ id }) => id)).size).toBe(1);
    const again = reportsIn(await client.post('errors', [one]));
    expect(again).toMatchObject({ stored: 0, duplicates: 1 });
    expect(again.results[0]).toEqual({ index: 0, id: first.results[0]?.id, outcome: 'duplicate' });
    expect(await idsOf(client, company)).toHaveLength(1);
  });

  it.each([
    { name: 'another occurredAt', parts: { occurredAt: ago(60_000) } },
    { name: 'another environment', parts: { environment: 'Sandbox' } },
    { name: 'another errorId', parts: { errorId: 'two' } },
  ])('stores $name as another error', async ({ parts }) => {
    const one = aReportBody({ company: aCompany(), errorId: 'one' });
    expect(reportsIn(await client.post('errors', [one, { ...one, ...parts }]))).toMatchObject({ stored: 2 });
  });

  it.each([
    { name: 'the message', parts: { message: 'Another' }, stored: 2 },
    { name: 'the mapping', parts: { mapping: 'ITEM' }, stored: 2 },
    { name: 'the direction', parts: { direction: 'from-integration-table' }, stored: 2 },
    { name: 'a side', parts: { source: { app: 'dataverse', recordId: '1' } }, stored: 2 },
    { name: 'the job', parts: { jobId: 'j' }, stored: 2 },
    { name: 'the call stack alone', parts: { callStack: 'other' }, stored: 1 },
  ])('without errorId tells errors apart by $name: $stored', async ({ parts, stored }) => {
    const one = aReportBody({ company: aCompany() });
    expect(reportsIn(await client.post('errors', [one, { ...one, ...parts }]))).toMatchObject({
      stored,
      duplicates: 2 - stored,
    });
  });

  it('answers expired for reports older than the retention, and stores the rest', async () => {
    const company = aCompany();
    const answer = await client.post('errors', [
      aReportBody({ company, occurredAt: ago(100 * dayMs) }),
      aReportBody({ company, occurredAt: '2000-01-01T00:00:00Z' }),
      aReportBody({ company }),
    ]);
    expect(answer.status).toBe(201);
    const { results, ...counts } = reportsIn(answer);
    expect(counts).toEqual({ stored: 1, duplicates: 0, expired: 2, invalid: 0 });
    expect(results.map(({ outcome }) => outcome)).toEqual(['expired', 'expired', 'stored']);
    expect(await idsOf(client, company)).toEqual([results[2]?.id]);
  });

  it('accepts moments in any zone and format, up to 5 minutes ahead', async () => {
    const company = aCompany();
    const moment = new Date(Math.floor(Date.now() / 1000) * 1000 - 60_000);
    const local = new Date(moment.getTime() + 5.5 * 3_600_000).toISOString().slice(0, 19);
    const same = [
      moment.toISOString(),
      `${local}+05:30`,
      `${local.replaceAll(/[-:]/g, '')}+0530`,
      moment.toISOString().replace('.', ','),
    ];
    const reports = same.map((occurredAt) => aReportBody({ company, errorId: 'same', occurredAt }));
    expect(reportsIn(await client.post('errors', reports))).toMatchObject({ stored: 1, duplicates: 3 });
    expect(
      reportsIn(await client.post('errors', aReportBody({ company, occurredAt: ago(-290_000) }))),
    ).toMatchObject({
      stored: 1,
    });
  });

  it('stores the good items of a body with bad ones: 207', async () => {
    const company = aCompany();
    const answer = await client.post('errors', [
      aReportBody({ company }),
      { ...aReportBody({ company }), colour: 'red' },
      null,
    ]);
    expect(answer.status).toBe(207);
    const { results, ...counts } = reportsIn(answer);
    expect(counts).toEqual({ stored: 1, duplicates: 0, expired: 0, invalid: 2 });
    expect(results.slice(1)).toEqual([
      { index: 1, outcome: 'invalid', errors: [{ pointer: '/colour', detail: 'Unknown: "colour"' }] },
      { index: 2, outcome: 'invalid', errors: [{ pointer: '', detail: expect.stringContaining('object') }] },
    ]);
    expect(await idsOf(client, company)).toEqual([results[0]?.id]);
  });

  it('counts lines that are not empty, and names broken ones', async () => {
    const company = aCompany();
    const body = `\n${JSON.stringify(aReportBody({ company }))}\n{"occurredAt": \n\n${JSON.stringify(aReportBody({ company, errorId: 'x' }))}`;
    const answer = await client.send('POST', 'errors', { body, headers: ndjson });
    expect(answer.status).toBe(207);
    expect(reportsIn(answer)).toMatchObject({
      stored: 2,
      invalid: 1,
      results: [
        { index: 0, outcome: 'stored' },
        { index: 1, outcome: 'invalid', errors: [{ pointer: '', detail: expect.stringContaining('JSON') }] },
        { index: 2, outcome: 'stored' },
      ],
    });
  });
});

describe('texts', () => {
  it('keeps an empty message, every character, and replaces lone surrogates', async () => {
    const company = aCompany();
    const message = 'Größe “x”\u0000\t\r\n😀 <b>&amp;</b> \u202e';
    const answer = await client.send('POST', 'errors', {
      body: `[${JSON.stringify(aReportBody({ company, errorId: 'e', message: '' }))},
        ${JSON.stringify(aReportBody({ company, errorId: 'c', message }))},
        ${JSON.stringify(aReportBody({ company, errorId: 's', message: '#' })).replace('#', 'a\\ud83d b\\ude00')}]`,
    });
    const ids = reportsIn(answer).results.map(({ id }) => id);
    const messages = [];
    for (const id of ids) messages.push(entryIn(await client.get(`errors/${id}`)).message);
    expect(messages).toEqual(['', message, 'a\ufffd b\ufffd']);
  });

  it('cuts texts that are too long, with a marker', async () => {
    const answer = await client.post(
      'errors',
      aReportBody({ company: aCompany(), message: 'm'.repeat(9000), callStack: '😀'.repeat(20_000) }),
    );
    const { message, callStack } = entryIn(await client.get(`errors/${reportsIn(answer).results[0]?.id}`));
    expect(message).toHaveLength(8192);
    const [, left] = /^m+…\[cut (\d+)\]$/.exec(message) ?? [];
    expect(message.replace(/…\[cut \d+\]$/, '').length + Number(left)).toBe(9000);
    expect(callStack?.length).toBeGreaterThan(29_997);
    expect(callStack?.length).toBeLessThanOrEqual(30_000);
    expect(callStack).toMatch(/^(😀)+…\[cut \d+\]$/u);
  });
});

it('stores 10,000 at a time, recognizes them again, and refuses one more', async () => {
  const company = aCompany();
  const at = ago(0);
  const body = JSON.stringify(
    Array.from({ length: 10_000 }, (_, index) =>
      aReportBody({ company, errorId: `e${index}`, occurredAt: at, message: 'm' }),
    ),
  );
  expect(reportsIn(await client.post('errors', body))).toMatchObject({ stored: 10_000, invalid: 0 });
  expect(reportsIn(await client.post('errors', body))).toMatchObject({ stored: 0, duplicates: 10_000 });
  const more = await client.post('errors', `[${body.slice(1, -1)},{}]`);
  expect(more.status).toBe(413);
  expect(problemIn(more).code).toBe('too-many-items');
});
