import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../support/csv-reader.ts';
import { aCompany, ago, errors, errorsIn, queryOf, report } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';

const csv = { accept: 'text/csv' };
const columns = [
  'id',
  'occurredAt',
  'company',
  'environment',
  'mapping',
  'direction',
  'status',
  'cause',
  'key',
  'resolver',
  'sourceApp',
  'sourceTable',
  'sourceRecordId',
  'sourceUrl',
  'destinationApp',
  'destinationTable',
  'destinationRecordId',
  'destinationUrl',
  'message',
];

const { app, client } = await openApp();

/** The rows of a CSV answer, each by its columns. */
function rowsIn(text: string): Record<string, string>[] {
  const [head = [], ...records] = csvRecords(text.replace(/^\uFEFF/, ''));
  return records.map((record) => {
    expect(record).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, index) => [name, record[index] ?? '']));
  });
}

/** The bytes of a CSV answer, as reading text drops the byte-order mark. */
async function bytesOf(path: string): Promise<Buffer> {
  const response = await fetch(`${app.url}/api/${path}`, { headers: { ...app.headers, ...csv } });
  return Buffer.from(await response.arrayBuffer());
}

describe('CSV of errors', () => {
  it('begins with a byte-order mark and one header row, and is called errors.csv', async () => {
    const query = queryOf({ company: [aCompany()] });
    const answer = await client.get(`errors?${query}`, csv);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="errors.csv"');
    expect((await bytesOf(`errors?${query}`)).toString()).toBe(`\uFEFF${columns.join()}\r\n`);
  });

  it('holds the same as the list, whatever the page size', async () => {
    const company = aCompany();
    await report(
      client,
      ...Array.from({ length: 40 }, (_, index) => ({
        company,
        environment: index % 2 ? 'Production' : undefined,
        errorId: `e${index}`,
        occurredAt: ago(index * 4 * 3_600_000),
        message: `"Quoted", line 1\r\nline 2; 😀 ${index}`,
        source: { app: 'business-central', table: 'Customer', recordId: `Customer: ${index}` },
        destination: { app: 'dataverse', table: 'account', recordId: `${index}` },
      })),
    );
    const query = queryOf({ company: [company] });
    const rows = rowsIn((await client.get(`errors?${query}&maxpagesize=3`, csv)).text);
    const listed = await errors(client, query);
    expect(rows).toEqual(
      listed.map((entry) => ({
        id: entry.id,
        occurredAt: entry.occurredAt,
        company,
        environment: entry.environment ?? '',
        mapping: entry.mapping,
        direction: entry.direction,
        status: 'open',
        cause: entry.diagnosis.cause,
        key: entry.diagnosis.key,
        resolver: entry.diagnosis.resolver,
        sourceApp: 'business-central',
        sourceTable: 'Customer',
        sourceRecordId: entry.source?.recordId,
        sourceUrl: entry.links.source ?? '',
        destinationApp: 'dataverse',
        destinationTable: 'account',
        destinationRecordId: entry.destination?.recordId,
        destinationUrl: entry.links.destination ?? '',
        message: entry.message,
      })),
    );
    expect(rows).toHaveLength(40);
  });

  it('starts at a page token', async () => {
    const company = aCompany();
    await report(
      client,
      ...[0, 1, 2].map((index) => ({ company, errorId: `e${index}`, occurredAt: ago(index * 1000) })),
    );
    const query = queryOf({ company: [company] });
    const all = rowsIn((await client.get(`errors?${query}`, csv)).text);
    const { nextLink = '' } = errorsIn(await client.get(`errors?${query}&maxpagesize=1`));
    expect(rowsIn((await client.get(nextLink, csv)).text)).toEqual(all.slice(1));
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '\u00a0=1',
    '＝1＋1',
    '＠x',
    '=HYPERLINK("http://x","y")',
  ])('guards %j, which spreadsheets would read as a formula', async (message) => {
    const company = `-${aCompany()}`;
    await report(client, { company, message, mapping: '=cmd|x' });
    const [row] = rowsIn((await client.get(`errors?${queryOf({ company: [company] })}`, csv)).text);
    expect(row).toMatchObject({ message: `'${message}`, company: `'${company}`, mapping: "'=cmd|x" });
  });

  it.each(['1-1', 'a=b', "'x", 'x\t=y', 'a@b'])('leaves %j as it is', async (message) => {
    const company = aCompany();
    await report(client, { company, message });
    const [row] = rowsIn((await client.get(`errors?${queryOf({ company: [company] })}`, csv)).text);
    expect(row?.['message']).toBe(message);
  });

  it.each([
    { accept: 'text/csv', type: 'text/csv' },
    { accept: 'TEXT/CSV; charset=utf-8', type: 'text/csv' },
    { accept: 'text/csv, application/json;q=0.5', type: 'text/csv' },
    { accept: 'text/csv, */*;q=0.1', type: 'text/csv' },
    { accept: 'text/csv;q=0.5, application/json', type: 'application/json' },
    { accept: 'application/json, text/csv', type: 'application/json' },
    { accept: 'text/csv;q=0', type: 'application/json' },
    { accept: 'text/html', type: 'application/json' },
    { accept: '*/*', type: 'application/json' },
    { accept: 'text/*', type: 'application/json' },
  ])('answers $type to Accept: $accept', async ({ accept, type }) => {
    const answer = await client.get(`errors?${queryOf({ company: ['x'], maxpagesize: 1 })}`, { accept });
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type);
  });

  it('answers problems as JSON', async () => {
    const answer = await client.get('errors?colour=red', csv);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});
