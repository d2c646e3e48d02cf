import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { openTableService } from '../../../shared/storage/tables/table-service.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A table whose service answers like this. */
async function tableThatAnswers(answer: Answer) {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const key = Buffer.from('opens nothing').toString('base64');
  const connectionString = `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=${key};TableEndpoint=http://127.0.0.1:${port}/a;`;
  return openTableService({ connectionString }).table('t');
}

const json =
  (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

describe('a page of rows', () => {
  it('has the names of the SDK and no marks; bytes are bytes, other types stay texts', async () => {
    const table = await tableThatAnswers(
      json({
        'odata.metadata': 'x',
        value: [
          {
            'odata.etag': 'W/"1"',
            PartitionKey: 'log',
            RowKey: 'a',
            Timestamp: '2026-03-11T12:00:00Z',
            'bytes@odata.type': 'Edm.Binary',
            bytes: 'AQID',
            'big@odata.type': 'Edm.Int64',
            big: '7',
            says: 'Edm.Binary',
            none: null,
          },
        ],
      }),
    );
    const { rows, continuation } = await table.query({ filter: '', top: 1 });
    expect(rows).toEqual([
      {
        etag: 'W/"1"',
        partitionKey: 'log',
        rowKey: 'a',
        timestamp: '2026-03-11T12:00:00Z',
        bytes: Buffer.from([1, 2, 3]),
        big: '7',
        says: 'Edm.Binary',
        none: null,
      },
    ]);
    expect(continuation).toBeUndefined();
  });

  it('goes on where the SDK of an earlier version stopped', async () => {
    const asked: URLSearchParams[] = [];
    const table = await tableThatAnswers((request, response) => {
      asked.push(new URL(request.url ?? '', 'http://localhost').searchParams);
      const headers = {
        'x-ms-continuation-NextPartitionKey': '1!4!bG9n',
        'x-ms-continuation-NextRowKey': '1!4!Yg--',
      };
      json({ value: [] }, headers)(request, response);
    });
    const query = { filter: "text eq 'a & b'", select: ['RowKey', 'text'], top: 5 };
    const { continuation } = await table.query(query);
    const keys = '{"nextPartitionKey":"1!4!bG9n","nextRowKey":"1!4!Yg--"}';
    expect(continuation).toBe(Buffer.from(keys).toString('base64'));
    await table.query({ ...query, continuation });
    expect(asked.map((one) => Object.fromEntries(one))).toEqual([
      { $top: '5', $select: 'RowKey,text', $filter: "text eq 'a & b'" },
      {
        $top: '5',
        $select: 'RowKey,text',
        $filter: "text eq 'a & b'",
        NextPartitionKey: '1!4!bG9n',
        NextRowKey: '1!4!Yg--',
      },
    ]);
  });

  it('is asked for before the one before it is read', async () => {
    let count = 0;
    const table = await tableThatAnswers((request, response) => {
      const headers = ++count === 2 ? { 'x-ms-continuation-NextPartitionKey': 'x' } : {};
      json({ value: [] }, headers)(request, response);
    });
    const query = { filter: '', top: 5 };
    // Opens the connection.
    await table.query(query);
    const events: string[] = [];
    const note = () => void events.push('sent');
    subscribe('http.client.request.start', note);
    closers.push(() => unsubscribe('http.client.request.start', note));
    let next: Promise<unknown> | undefined;
    await table.query({
      ...query,
      onMore: (continuation) => {
        events.push('more');
        next = table.query({ ...query, continuation });
      },
    });
    events.push('read');
    await next;
    expect(events).toEqual(['sent', 'more', 'sent', 'read']);
  });

  it.each([
    { name: 'no JSON', body: '<html>' },
    { name: 'JSON that is cut', body: '{"value":[{' },
    { name: 'no rows', body: { value: [1] } },
    { name: 'something else', body: {} },
  ])('that is $name is a failure of storage', async ({ body }) => {
    const table = await tableThatAnswers(json(body));
    await expect(table.query({ filter: '', top: 1 })).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  it.each([
    { status: 404, code: 'TableNotFound', rows: [] },
    { status: 409, code: 'TableBeingDeleted', rows: [] },
    { status: 404, code: 'ResourceNotFound', rows: [] },
  ])('of a table that is not there is empty: $code', async ({ status, code, rows }) => {
    const table = await tableThatAnswers((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ 'odata.error': { code, message: { value: 'x' } } }));
    });
    expect((await table.query({ filter: '', top: 1 })).rows).toEqual(rows);
  });

  it.each([
    { status: 400, code: 'InvalidInput', expected: { statusCode: 400 } },
    { status: 403, code: 'AuthenticationFailed', expected: { code: 'storage-unavailable' } },
  ])('that is refused with $status says so', async ({ status, code, expected }) => {
    const table = await tableThatAnswers((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ 'odata.error': { code, message: { value: 'x' } } }));
    });
    await expect(table.query({ filter: '', top: 1 })).rejects.toMatchObject(expected);
  });
});

const garbage = [
  { name: 'a page of somebody else', type: 'text/html', body: '<html></html>' },
  { name: 'a page that says it is JSON', type: 'application/json', body: '<html></html>' },
  { name: 'nothing', type: 'application/json', body: '' },
  { name: 'null', type: 'application/json', body: 'null' },
  { name: 'an empty object', type: 'application/json', body: '{}' },
  { name: 'an odd property', type: 'application/json', body: '{"x@odata.type":"Edm.Binary","x":5}' },
  { name: 'another row', type: 'application/json', body: '{"PartitionKey":"log","RowKey":"b"}' },
];

/** Answers everything with this body. */
const always =
  (status: number, type: string, body: string): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };

describe.each(garbage)('$name for an answer', ({ type, body }) => {
  it('to a question for a row is a failure of storage', async () => {
    const table = await tableThatAnswers(always(200, type, body));
    await expect(table.get('log', 'a')).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  it.each([200, 202])('to a transaction (%i) is a failure, and nothing is told as done', async (status) => {
    const table = await tableThatAnswers(always(status, type, body));
    const insert = { kind: 'insert', rowKey: 'a', json: '{}' } as const;
    await expect(table.transaction('log', [insert])).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

it('an answer that ends before the last step of a transaction is a failure of storage', async () => {
  const step = '--changesetresponse_1\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n';
  const table = await tableThatAnswers(always(202, 'multipart/mixed; boundary=batchresponse_1', step));
  const inserts = ['a', 'b'].map((rowKey) => ({ kind: 'insert', rowKey, json: '{}' }) as const);
  await expect(table.transaction('log', inserts)).rejects.toMatchObject({ code: 'storage-unavailable' });
  expect(await table.transaction('log', inserts.slice(0, 1))).toMatchObject({ done: true });
});
