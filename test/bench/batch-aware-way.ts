/**
 * The batch-aware way: the function app of a developer who knows Table Storage well. One table, a partition per day,
 * newest first; transactions of 100, four at a time; a top-N query for the newest, filtered by the service where it can;
 * counting reads only the columns it needs, all days at once; deletes in transactions. It checks reports with the app's own
 * schema and diagnoses nothing.
 */
import { odata, TableClient, type TransactionAction } from '@azure/data-tables';
import { app } from '@azure/functions';
import * as z from 'zod';
import { errorReport } from '../../shared/domain/reports/error-report.ts';
import {
  countProblems,
  dayPartition,
  dayRow,
  daysAgo,
  newestFirst,
  type ReportRow,
  rowContains,
} from './rows.ts';

const table = TableClient.fromConnectionString(process.env['ERROR_LOG'] ?? '', 'dayerrors', {
  allowInsecureConnection: true,
});
const tableReady = table.createTable();

const rowsPerTransaction = 100;
const transactionsAtATime = 4;

const reports = z.union([errorReport, z.array(errorReport)]);

app.http('reportErrors', {
  methods: ['POST'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    const parsed = reports.safeParse(await request.json());
    if (!parsed.success) return { status: 400, jsonBody: { errors: parsed.error.issues } };
    await tableReady;
    // A row may be in a transaction only once. A row that is stored already is overwritten with equal values.
    const rows = new Map([parsed.data].flat().map((report) => [report.errorId, dayRow(report)]));
    await inTransactions(rows.values(), (row) => ['upsert', row, 'Replace']);
    return { status: 201, jsonBody: { stored: rows.size } };
  },
});

app.http('listErrors', {
  methods: ['GET'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    await tableReady;
    const maxPageSize = Number(request.query.get('maxpagesize') ?? 50);
    const company = request.query.get('company');
    const word = request.query.get('q');
    const queryOptions = company === null ? {} : { filter: odata`company eq ${company}` };
    const pages = table
      .listEntities<ReportRow>({ queryOptions })
      .byPage({ maxPageSize: word === null ? maxPageSize : 1000 });
    const value: ReportRow[] = [];
    for await (const page of pages) {
      value.push(...(word === null ? page : page.filter((row) => rowContains(row, word))));
      if (value.length >= maxPageSize) break;
    }
    return { jsonBody: { value: value.slice(0, maxPageSize) } };
  },
});

app.http('listProblems', {
  methods: ['GET'],
  route: 'problems',
  authLevel: 'anonymous',
  async handler() {
    await tableReady;
    const select = ['company', 'mapping', 'direction', 'message', 'occurredAt'];
    const days = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((age) =>
        allOf({ filter: odata`PartitionKey eq ${dayPartition(new Date(daysAgo(age)))}`, select }),
      ),
    );
    return { jsonBody: { value: countProblems(days.flat(), daysAgo(7)) } };
  },
});

app.http('deleteErrors', {
  methods: ['DELETE'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    await tableReady;
    const before = new Date(daysAgo(Number(request.query.get('olderThanDays') ?? 0)));
    const day = dayPartition(before);
    const filter = odata`PartitionKey gt ${day} or (PartitionKey eq ${day} and RowKey ge ${newestFirst(before)})`;
    const rows = await allOf({ filter, select: ['PartitionKey', 'RowKey'] });
    await inTransactions(rows, ({ partitionKey, rowKey }) => ['delete', { partitionKey, rowKey }]);
    return { jsonBody: { deleted: rows.length } };
  },
});

async function inTransactions(
  rows: Iterable<ReportRow>,
  action: (row: ReportRow) => TransactionAction,
): Promise<void> {
  const transactions: TransactionAction[][] = [];
  for (const own of Map.groupBy(rows, ({ partitionKey }) => partitionKey).values())
    for (let start = 0; start < own.length; start += rowsPerTransaction)
      transactions.push(own.slice(start, start + rowsPerTransaction).map(action));
  const sendNext = async () => {
    for (let next = transactions.shift(); next; next = transactions.shift())
      await table.submitTransaction(next);
  };
  await Promise.all(Array.from({ length: transactionsAtATime }, sendNext));
}

async function allOf(queryOptions: { filter: string; select: string[] }): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for await (const row of table.listEntities<ReportRow>({ queryOptions })) rows.push(row);
  return rows;
}
