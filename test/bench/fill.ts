import { diagnose, rulesVersion } from '../../shared/domain/diagnosis/diagnose.ts';
import { dayOf } from '../../shared/domain/reports/days.ts';
import { entryDiagnosedLater } from '../../shared/domain/reports/error-entry.ts';
import { errorReport } from '../../shared/domain/reports/error-report.ts';
import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import {
  type TransactionOperation,
  transactionLimits,
} from '../../shared/storage/tables/entity-group-transaction.ts';
import { openTableService, type Table } from '../../shared/storage/tables/table-service.ts';
import { manyReports } from './reports.ts';
import { dayRow, plainRow, type ReportRow } from './rows.ts';
import type { VariantName } from './variant.ts';

/** The number of errors to put into a log, and the time they span (ms since 1970). */
export interface Filling {
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

const batchesAtATime = 3;

/** Fills the storage of a variant in direct batches, with the rows that its own reporting would write. */
export async function fill(name: VariantName, connectionString: string, filling: Filling): Promise<void> {
  const reports = manyReports(filling.rows, filling.from, filling.to, 'f').map((one) =>
    errorReport.parse(one),
  );
  const tables = openTableService({ connectionString });
  if (name === 'plain') return fillTable(tables.table('plainerrors'), reports.map(plainRow));
  if (name === 'batch-aware') return fillTable(tables.table('dayerrors'), reports.map(dayRow));
  const errorLog = new TableErrorLog(tables, 'errors');
  const receivedAt = new Date();
  const entries = reports.map((report) => entryDiagnosedLater(report, diagnose, rulesVersion, receivedAt));
  for (const [day, own] of Map.groupBy(entries, ({ report }) => dayOf(report.occurredAt.getTime()))) {
    await errorLog.createDay(day);
    await errorLog.store(own);
    // The timer does this within the hour.
    while (!(await errorLog.compact(day, () => false)).finished);
  }
}

async function fillTable(table: Table, rows: readonly ReportRow[]): Promise<void> {
  await table.create();
  const batches = [...Map.groupBy(rows, ({ partitionKey }) => partitionKey)].flatMap(([partition, own]) =>
    Array.from({ length: Math.ceil(own.length / transactionLimits.rows) }, (_, index) => ({
      partition,
      rows: own.slice(index * transactionLimits.rows, (index + 1) * transactionLimits.rows),
    })),
  );
  const sendNext = async () => {
    for (let next = batches.shift(); next; next = batches.shift()) {
      const result = await table.transaction(next.partition, next.rows.map(insertOf));
      if (!result.done) throw new Error(`A batch was refused: ${result.conflict}`);
    }
  };
  await Promise.all(Array.from({ length: batchesAtATime }, sendNext));
}

function insertOf({ partitionKey, rowKey, ...columns }: ReportRow): TransactionOperation {
  const json = JSON.stringify({ PartitionKey: partitionKey, RowKey: rowKey, ...columns });
  return { kind: 'insert', rowKey, json };
}
