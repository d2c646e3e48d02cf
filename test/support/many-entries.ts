import { diagnose, rulesVersion } from '../../shared/domain/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../shared/domain/diagnosis/diagnosis.ts';
import { dayOf, startOfDay } from '../../shared/domain/reports/days.ts';
import { type ErrorEntry, entryDiagnosedLater } from '../../shared/domain/reports/error-entry.ts';
import { type ErrorReport, errorReport } from '../../shared/domain/reports/error-report.ts';
import { ledgerOperation } from '../../shared/storage/error-log/counting-row.ts';
import { pairProperties, storedFactsOf } from '../../shared/storage/error-log/pair-row.ts';
import { partition } from '../../shared/storage/error-log/row-keys.ts';
import {
  entityJson,
  type TransactionOperation,
} from '../../shared/storage/tables/entity-group-transaction.ts';
import { dayTable } from '../../shared/storage/tables/table-names.ts';
import { manyReports } from '../bench/reports.ts';
import type { Storage } from './storage.ts';

const entriesPerRow = 99;

/**
 * Entries of 60 texts, 200 pairs and 5,000 records, as the benchmark reports them, evenly spread between two moments (ms
 * since 1970); given enough of them.
 */
export function entriesOfManyPairs(count: number, from: number, to: number, series: string): ErrorEntry[] {
  // Texts that differ in numbers alone have the same diagnosis.
  const diagnoses = new Map<string, Diagnosis>();
  const diagnoseOnce = (report: ErrorReport) => {
    const text = report.message.replaceAll(/\d+/g, '');
    const diagnosis = diagnoses.get(text) ?? diagnose(report);
    diagnoses.set(text, diagnosis);
    return diagnosis;
  };
  return manyReports(count, from, to, series).map((report) =>
    entryDiagnosedLater(errorReport.parse(report), diagnoseOnce, {
      rulesVersion,
      receivedAt: new Date(to),
      epoch: '',
    }),
  );
}

/** Counts entries by ledger rows of 99 each, as storing them would, without their own rows; each row so many times. */
export async function countOnly(
  { tables, prefix }: Storage,
  entries: readonly ErrorEntry[],
  times = 1,
): Promise<void> {
  for (const [day, own] of Map.groupBy(entries, ({ report }) => dayOf(report.occurredAt.getTime()))) {
    const table = tables.table(dayTable(prefix, day));
    await table.create();
    const operations: TransactionOperation[] = [pairsOperation(own)];
    for (let from = 0; from < own.length; from += entriesPerRow) {
      const added = own.slice(from, from + entriesPerRow);
      for (let time = 0; time < times; time++)
        operations.push(ledgerOperation({ added }, startOfDay(day), `${from}-${time}`));
    }
    for (let from = 0; from < operations.length; from += 100)
      await table.transaction(partition, operations.slice(from, from + 100));
  }
}

function pairsOperation(entries: readonly ErrorEntry[]): TransactionOperation {
  const facts = new Map(entries.map(({ pairId, counted }) => [pairId, storedFactsOf(counted)]));
  const rowKey = 'p0000000000000000';
  return { kind: 'insert', rowKey, json: entityJson(partition, rowKey, pairProperties(facts)) };
}
