import { odata } from '@azure/data-tables';
import { partition } from '../../shared/storage/error-log/row-keys.ts';
import { entityJson } from '../../shared/storage/tables/entity-group-transaction.ts';
import { openTableService, type Row, type Table } from '../../shared/storage/tables/table-service.ts';

/** What the rows that count weigh, in bytes of their JSON. */
export interface CountingWeights {
  readonly ledgerRows: readonly number[];
  /** By day: ledger, tallies and pairs without records. */
  readonly countsOfDays: readonly number[];
  /** By day: records that were folded. */
  readonly recordsOfDays: readonly number[];
}

/** Weighs the rows that count, on every day of a log. */
export async function weighCounts(connectionString: string): Promise<CountingWeights> {
  const tables = openTableService({ connectionString });
  const { names } = await tables.tableNames('errors');
  const ledgerRows: number[] = [];
  const countsOfDays: number[] = [];
  const recordsOfDays: number[] = [];
  for (const name of names.filter((one) => /\d{8}$/.test(one))) {
    const rows = await countingRows(tables.table(name));
    const ofKinds = (kinds: string) => rows.filter((row) => kinds.includes(String(row['rowKey']).charAt(0)));
    if (ofKinds('lt').length === 0) continue;
    ledgerRows.push(...ofKinds('l').map((row) => weightOf(row)));
    countsOfDays.push(sum(ofKinds('lpt').map((row) => weightOf(row, /^records/))));
    recordsOfDays.push(sum(ofKinds('u').map((row) => weightOf(row))));
  }
  return { ledgerRows, countsOfDays, recordsOfDays };
}

async function countingRows(table: Table): Promise<Row[]> {
  const filter = odata`PartitionKey eq ${partition} and RowKey ge ${'l'} and RowKey lt ${'v'}`;
  const rows: Row[] = [];
  let continuation: string | undefined;
  do {
    const page = await table.query({ filter, top: 1000, continuation });
    rows.push(...page.rows);
    continuation = page.continuation;
  } while (continuation);
  return rows;
}

/** Bytes of a row's JSON, without the properties that match. */
function weightOf(row: Row, without = /^$/): number {
  const properties: Record<string, string | Uint8Array> = {};
  for (const [name, value] of Object.entries(row)) {
    if (!/^(?:counts|records|facts)\d+$/.test(name) || without.test(name)) continue;
    if (typeof value === 'string' || value instanceof Uint8Array) properties[name] = value;
  }
  return Buffer.byteLength(entityJson(partition, String(row['rowKey']), properties));
}

function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}
