import { describe, expect, it } from 'vitest';
import { problemIn } from '../../support/contract-client.ts';
import { csvRecords } from '../../support/csv-reader.ts';
import { aCompany, ago, errors, errorsIn, problemsOf, queryOf, report } from '../../support/desk-calls.ts';
import { openApp } from '../../support/open-app.ts';
import { dateOfSerial, readWorkbook } from '../../support/xlsx-reader.ts';

const csv = { accept: 'text/csv' };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const columns = [
  'id',
  'occurredAt',
  'company',
  'environment',
  'mapping',
  'direction',
  'status',
  'problemId',
  'cause',
  'key',
  'resolver',
  'title',
  'steps',
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
function rowsIn(text: string, separator: ',' | ';' = ','): Record<string, string>[] {
  const [head = [], ...records] = csvRecords(text.replace(/^\uFEFF/, ''), separator);
  return records.map((record) => {
    expect(record).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, index) => [name, record[index] ?? '']));
  });
}

/** The bytes of an export, as reading text drops the byte-order mark. */
async function bytesOf(path: string, headers: Readonly<Record<string, string>> = csv): Promise<Buffer> {
  const response = await fetch(`${app.url}/api/${path}`, { headers: { ...app.headers, ...headers } });
  expect(response.status).toBe(200);
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
        problemId: entry.problemId,
        cause: entry.diagnosis.cause,
        key: entry.diagnosis.key,
        resolver: entry.diagnosis.resolver,
        title: entry.diagnosis.title,
        steps: expect.stringContaining('; '),
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

  it('guards what would be a formula in a Dutch Excel, and after a line break', async () => {
    const company = aCompany();
    await report(client, { company, message: 'x;=1+1\r\n@y, -2' });
    const [row] = rowsIn((await client.get(`errors?${queryOf({ company: [company] })}`, csv)).text);
    expect(row?.['message']).toBe("x;'=1+1\r\n'@y,' -2");
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

describe('CSV for a Dutch Excel', () => {
  it.each([
    { language: 'nl-NL, en;q=0.5', query: '', separator: ';' as const },
    { language: 'nl', query: '&separator=comma', separator: ',' as const },
    { language: 'en', query: '', separator: ',' as const },
    { language: 'de', query: '&separator=semicolon', separator: ';' as const },
  ])('separates with $separator for $language and $query', async ({ language, query, separator }) => {
    const company = aCompany();
    await report(client, { company, message: 'a,b;c' });
    const path = `errors?${queryOf({ company: [company] })}${query}`;
    const answer = await client.get(path, { ...csv, 'accept-language': language });
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Language');
    const [row] = rowsIn(answer.text, separator);
    expect(row).toMatchObject({ company, message: 'a,b;c' });
    const isDutch = language.startsWith('nl');
    expect(answer.headers.get('content-language')).toBe(isDutch ? 'nl' : 'en');
    const [entry] = errorsIn(await client.get(path, { 'accept-language': language })).value;
    expect(row?.['title']).toBe(entry?.diagnosis.title);
  });

  it('refuses any other separator', async () => {
    const answer = await client.get('errors?separator=tab', csv);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).errors).toEqual([{ parameter: 'separator', detail: expect.any(String) }]);
  });

  it('takes a page token of the list, whatever the separator', async () => {
    const company = aCompany();
    await report(client, ...[1, 2].map((n) => ({ company, errorId: `e${n}`, occurredAt: ago(n * 1000) })));
    const query = queryOf({ company: [company], maxpagesize: 1 });
    const { nextLink = '' } = errorsIn(await client.get(`errors?${query}`));
    const answer = await client.get(`${nextLink}&separator=semicolon`, csv);
    expect(rowsIn(answer.text, ';')).toHaveLength(1);
  });
});

describe('xlsx', () => {
  it('holds the same as the CSV, with dates as dates and texts as texts', async () => {
    const company = `=${aCompany()}`;
    await report(
      client,
      ...[1, 2, 3].map((n) => ({
        company,
        errorId: `e${n}`,
        occurredAt: ago(n * 60_000),
        message: `=1+${n}`,
      })),
    );
    const query = queryOf({ company: [company] });
    const answer = await client.get(`errors?${query}`, { accept: xlsx });
    expect(answer.headers.get('content-type')).toBe(xlsx);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="errors.xlsx"');
    const { rows, sheet } = readWorkbook(await bytesOf(`errors?${query}`, { accept: xlsx }));
    const listed = await errors(client, query);
    expect(rows[0]).toEqual(columns);
    expect(
      rows.slice(1).map((row) => [row[0], dateOfSerial(Number(row[1])).toISOString(), row[2], row.at(-1)]),
    ).toEqual(listed.map(({ id, occurredAt, message }) => [id, occurredAt, company, message]));
    expect(sheet).not.toContain('<f');
  });
});

describe('exports of problems', () => {
  const problemColumns =
    'id,status,cause,key,title,resolver,count,records,impact,givenUp,firstSeenAt,lastSeenAt,environment,companies,mappings,steps,sampleErrorId';

  it('hold the same as the list, as CSV and as xlsx', async () => {
    const company = aCompany();
    await report(
      client,
      ...['CUSTOMER', 'ITEM'].map((mapping) => ({ company, mapping, environment: 'Test' })),
    );
    const query = queryOf({ company: [company] });
    const answer = await client.get(`problems?${query}&maxpagesize=1`, csv);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="problems.csv"');
    expect(answer.text.replace(/^\uFEFF/, '').split('\r\n')[0]).toBe(problemColumns);
    const listed = await problemsOf(client, company);
    const rows = rowsIn(answer.text);
    expect(rows).toHaveLength(listed.length);
    for (const [index, problem] of listed.entries())
      expect(rows[index]).toMatchObject({
        id: problem.id,
        status: problem.status,
        title: problem.title,
        count: String(problem.count),
        lastSeenAt: problem.lastSeenAt,
        environment: 'Test',
        companies: company,
        sampleErrorId: problem.sampleErrorId,
      });
    const workbook = readWorkbook(await bytesOf(`problems?${query}`, { accept: xlsx }));
    expect(workbook.rows.map((row) => row[0])).toEqual(['id', ...listed.map(({ id }) => id)]);
  });
});
