/** A fresh process that does each part of reporting many errors alone, and sends the CPU it takes. */

import { diagnose, rulesVersion } from '../../shared/domain/diagnosis/diagnose.ts';
import { normalizeMessage } from '../../shared/domain/diagnosis/matching/message-normalization.ts';
import { pairIdOf } from '../../shared/domain/problems/problem.ts';
import { dayOf, startOfDay } from '../../shared/domain/reports/days.ts';
import { entryIdOf } from '../../shared/domain/reports/entry-id.ts';
import { type ErrorEntry, entryDiagnosedLater, factsOf } from '../../shared/domain/reports/error-entry.ts';
import { type ErrorReport, errorReport } from '../../shared/domain/reports/error-report.ts';
import { checkReport } from '../../shared/domain/reports/report-check.ts';
import { entriesPerTransaction } from '../../shared/storage/error-log/batch.ts';
import { ledgerOperation } from '../../shared/storage/error-log/counting-row.ts';
import { entryPropertiesJson } from '../../shared/storage/error-log/entry-row.ts';
import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import { openTableService } from '../../shared/storage/tables/table-service.ts';
import { manyReports } from './reports.ts';

/** CPU of each part, in µs per report: one value for each repetition. */
export type PartCosts = Readonly<Record<string, readonly number[]>>;

const warmUps = 3;
const times = 5;
const [connectionString = '', many = '10000'] = process.argv.slice(2);
const count = Number(many);

const now = Date.now();
const body = Buffer.from(JSON.stringify(manyReports(count, now - 3_600_000, now, 'p')));
const utf8 = new TextDecoder('utf-8', { fatal: true });
const values: unknown[] = JSON.parse(utf8.decode(body));
const reports = values.map((value) => errorReport.parse(value));
const diagnoses = reports.map((report) => diagnose(report));
const receivedAt = new Date(now);
const errorLog = new TableErrorLog(openTableService({ connectionString }), 'errors');

function entriesOf(own: readonly ErrorReport[]): ErrorEntry[] {
  const entries = own.map((report) =>
    entryDiagnosedLater(report, diagnose, { rulesVersion, receivedAt, epoch: '' }),
  );
  // Ids of problems too, so that storing has nothing left to compute.
  for (const entry of entries) if (entry.problemId === '') throw new Error('An entry has no problem');
  return entries;
}

/** The ledger rows of these entries, by 99 as in transactions. */
function ledgerRows(own: readonly ErrorEntry[]): number {
  const start = startOfDay(dayOf(now));
  let rows = 0;
  for (let from = 0; from < own.length; from += entriesPerTransaction, rows++)
    ledgerOperation({ added: own.slice(from, from + entriesPerTransaction) }, start, String(rows));
  return rows;
}

const entries = entriesOf(reports);
const rows = entries.map(entryPropertiesJson);

const parts: Readonly<Record<string, () => unknown>> = {
  parse: () => JSON.parse(utf8.decode(body)),
  check: () => values.map((value) => checkReport({ value }, receivedAt)),
  'identity hash': () => reports.map(entryIdOf),
  diagnose: () => reports.map((report) => diagnose(report)),
  'hash of problem and place': () =>
    reports.map((report, index) => {
      const diagnosis = diagnoses[index];
      return diagnosis && pairIdOf(factsOf(report, diagnosis));
    }),
  serialise: () => entries.map(entryPropertiesJson),
  'ledger: counts and records': () => ledgerRows(entries),
  'of diagnosing, if no rule knew it: normalise': () => reports.map((report) => normalizeMessage(report)),
};

async function cpuOf(work: () => unknown): Promise<number[]> {
  const costs: number[] = [];
  for (let time = 0; time < warmUps + times; time++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (time >= warmUps) costs.push((user + system) / count);
  }
  return costs;
}

const costs: Record<string, number[]> = {};
for (const [name, work] of Object.entries(parts)) costs[name] = await cpuOf(work);
await errorLog.createDay(dayOf(now));
costs['store: serialise, count, transactions and transport'] = await cpuOf(() => errorLog.store(entries));
if (rows.length !== count) throw new Error('Not every entry became a row');
process.send?.(costs satisfies PartCosts, () => process.exit());
