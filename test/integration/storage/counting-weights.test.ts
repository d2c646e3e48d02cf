import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { startOfDay } from '../../../shared/domain/reports/days.ts';
import type { ErrorEntry } from '../../../shared/domain/reports/error-entry.ts';
import { TableErrorLog } from '../../../shared/storage/error-log/table-error-log.ts';
import {
  openTableService,
  type Row,
  type Table,
  type TableService,
} from '../../../shared/storage/tables/table-service.ts';
import { countOnly, entriesOfManyPairs } from '../../support/many-entries.ts';
import { memoryStorage, type Storage } from '../../support/storage.ts';

const day = '20261122';
const start = startOfDay(day);
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const never = () => false;

/** 99 entries in so many pairs, late in an hour: their times take the most bytes. */
function entriesIn(pairs: number): ErrorEntry[] {
  const from = start + 10 * 60 * minuteMs + 40 * minuteMs;
  const byPair = [...Map.groupBy(entriesOfManyPairs(4000, from, from + 15 * minuteMs, 'w'), pairOf).values()];
  const chosen = byPair.slice(0, pairs);
  expect(chosen).toHaveLength(pairs);
  const firsts = chosen.flatMap(([first]) => first ?? []);
  const others = chosen.flatMap(([, ...rest]) => rest);
  return [...firsts, ...others].slice(0, 99);
}

function pairOf({ pairId }: ErrorEntry): string {
  return pairId;
}

it.each([
  { pairs: 57, most: 6000 },
  { pairs: 99, most: 7000 },
])(
  'a ledger row of 99 entries in $pairs pairs takes at most $most bytes of its request',
  async ({ pairs, most }) => {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      const body = await text(request);
      bodies.push(body);
      const steps = body.split('Content-Transfer-Encoding').length - 1;
      response.writeHead(202, { 'content-type': 'multipart/mixed; boundary=batchresponse_1' });
      response.end('HTTP/1.1 204 No Content\r\n'.repeat(steps));
    });
    server.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const connectionString = `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=aaaa;TableEndpoint=http://127.0.0.1:${port}/a;`;
    const entries = entriesIn(pairs);
    await new TableErrorLog(openTableService({ connectionString }), 'errors').store(entries);
    const steps = bodies.flatMap((body) => body.split('--changeset_'));
    const [ledgerRow = ''] = steps.filter((step) => step.includes('"RowKey":"l'));
    expect(Buffer.byteLength(ledgerRow)).toBeGreaterThan(3000);
    expect(Buffer.byteLength(ledgerRow)).toBeLessThanOrEqual(most);
  },
);

it('the counts of seven days of 200 pairs a day take at most 1 MB to read', { timeout: 60_000 }, async () => {
  const storage = memoryStorage();
  const perDay = 5000;
  const entries = Array.from({ length: 7 }, (_, back) => {
    const from = start - back * dayMs;
    return entriesOfManyPairs(perDay, from, from + dayMs, `d${back}`);
  }).flat();
  await countOnly(storage, entries);
  const days = [...new Set(entries.map(({ report }) => dayTextOf(report.occurredAt)))];
  expect(days).toHaveLength(7);
  const read = new ReadBytes(storage);
  let counted = 0;
  for (const one of days) {
    await storage.errorLog.fold(one, never);
    const { counts, complete } = await read.errorLog.summary(one, 1);
    expect(complete).toBe(true);
    expect(counts.size).toBeGreaterThan(190);
    for (const { hours } of counts.values()) for (const { count } of hours.values()) counted += count;
  }
  expect(counted).toBe(7 * perDay);
  expect(read.bytes).toBeLessThanOrEqual(1_000_000);
});

function dayTextOf(at: Date): string {
  return at.toISOString().slice(0, 10).replaceAll('-', '');
}

/** An error log on the same tables that adds up what it reads, as the JSON of answers. */
class ReadBytes {
  readonly errorLog: TableErrorLog;
  bytes = 0;

  constructor({ tables, prefix }: Storage) {
    const measured = (table: Table): Table => ({
      query: async (query) => {
        const page = await table.query(query);
        this.bytes += page.rows.reduce((sum, row) => sum + bytesOf(row), 0);
        return page;
      },
      get: (partitionKey, rowKey) => table.get(partitionKey, rowKey),
      transaction: (partitionKey, operations) => table.transaction(partitionKey, operations),
      create: () => table.create(),
      drop: () => table.drop(),
    });
    const service: TableService = {
      table: (name) => measured(tables.table(name)),
      tableNames: (names) => tables.tableNames(names),
    };
    this.errorLog = new TableErrorLog(service, prefix);
  }
}

function bytesOf(row: Row): number {
  // Bytes are read as base 64, with the name of their type.
  const properties = Object.entries(row).flatMap(([name, value]) =>
    value instanceof Uint8Array
      ? [
          [name, Buffer.from(value).toString('base64')],
          [`${name}@odata.type`, 'Edm.Binary'],
        ]
      : [[name, value]],
  );
  return Buffer.byteLength(JSON.stringify(Object.fromEntries(properties)));
}
