/**
 * The plain way: the function app that a developer would write first. One table, one `createEntity` per error; lists read
 * everything and sort; deleting goes one by one. It checks reports with the app's own schema and diagnoses nothing.
 */
import { RestError, TableClient } from '@azure/data-tables';
import { app } from '@azure/functions';
import * as z from 'zod';
import { errorReport } from '../../shared/domain/reports/error-report.ts';
import { countProblems, daysAgo, plainRow, type ReportRow, rowContains } from './rows.ts';

const table = TableClient.fromConnectionString(process.env['ERROR_LOG'] ?? '', 'plainerrors', {
  allowInsecureConnection: true,
});
const tableReady = table.createTable();

const reports = z.union([errorReport, z.array(errorReport)]);

app.http('reportErrors', {
  methods: ['POST'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    const parsed = reports.safeParse(await request.json());
    if (!parsed.success) return { status: 400, jsonBody: { errors: parsed.error.issues } };
    await tableReady;
    let stored = 0;
    let duplicates = 0;
    for (const report of [parsed.data].flat()) {
      try {
        await table.createEntity(plainRow(report));
        stored++;
      } catch (error) {
        if (!(error instanceof RestError) || error.statusCode !== 409) throw error;
        duplicates++;
      }
    }
    return { status: 201, jsonBody: { stored, duplicates } };
  },
});

app.http('listErrors', {
  methods: ['GET'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    const company = request.query.get('company');
    const word = request.query.get('q');
    const rows = (await allRows()).filter(
      (row) => (company === null || row.company === company) && (word === null || rowContains(row, word)),
    );
    rows.sort((one, other) => (one.occurredAt < other.occurredAt ? 1 : -1));
    return { jsonBody: { value: rows.slice(0, Number(request.query.get('maxpagesize') ?? 50)) } };
  },
});

app.http('listProblems', {
  methods: ['GET'],
  route: 'problems',
  authLevel: 'anonymous',
  handler: async () => ({ jsonBody: { value: countProblems(await allRows(), daysAgo(7)) } }),
});

app.http('deleteErrors', {
  methods: ['DELETE'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    const before = daysAgo(Number(request.query.get('olderThanDays') ?? 0));
    let deleted = 0;
    for (const row of await allRows()) {
      if (row.occurredAt > before) continue;
      await table.deleteEntity(row.partitionKey, row.rowKey);
      deleted++;
    }
    return { jsonBody: { deleted } };
  },
});

async function allRows(): Promise<ReportRow[]> {
  await tableReady;
  const rows: ReportRow[] = [];
  for await (const row of table.listEntities<ReportRow>()) rows.push(row);
  return rows;
}
