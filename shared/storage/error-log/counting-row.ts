import {
  countsOfAdded,
  countsOfRemoved,
  type DayCounts,
  type PairDay,
} from '../../domain/problems/pair-counts.ts';
import {
  type PairRecords,
  type RecordEntry,
  recordsOfAdded,
  recordsOfRemoved,
} from '../../domain/problems/record-failures.ts';
import {
  type EntityProperties,
  entityJson,
  type TransactionOperation,
} from '../tables/entity-group-transaction.ts';
import { joinBytes, splitBytes, splitNames } from '../tables/split-bytes.ts';
import type { Row } from '../tables/table-service.ts';
import { countsBytes, countsIn } from './counts-bytes.ts';
import { ledgerRecordsBytes, ledgerRecordsIn, recordsBytes, recordsIn } from './records-bytes.ts';
import { ledgerRowKey, partition } from './row-keys.ts';

/** Properties that hold the counts of one row, at most: a fold writes no more than half of them. */
export const countsProperties = splitNames('counts', 15);

/** What one transaction changes, as the operation that writes its ledger row. `start` is the first moment of the day. */
export function ledgerOperation(
  { added = [], removed = [] }: { added?: readonly RecordEntry[]; removed?: readonly RecordEntry[] },
  start: number,
  random: string,
): TransactionOperation {
  const isAdding = added.length > 0;
  const counts = isAdding ? countsOfAdded(added) : countsOfRemoved(removed);
  const records = isAdding ? recordsOfAdded(added) : recordsOfRemoved(removed);
  const rowKey = ledgerRowKey(Date.now(), random);
  const json = entityJson(partition, rowKey, {
    ...splitBytes('counts', countsBytes(counts, start)),
    ...splitBytes('records', ledgerRecordsBytes(records, counts, start)),
  });
  return { kind: 'insert', rowKey, json };
}

/** The properties of a tally. */
export function tallyProperties(counts: DayCounts, start: number): EntityProperties {
  return splitBytes('counts', countsBytes(counts, start));
}

/** The counts of a ledger row or a tally; throws where they cannot be read. */
export function countsOfRow(row: Row, start: number): Map<string, PairDay> {
  return countsIn(joinBytes('counts', row), start);
}

/** The records of a ledger row; throws where they cannot be read. */
export function recordsOfLedger(row: Row, counts: DayCounts, start: number): Map<string, PairRecords> {
  return ledgerRecordsIn(joinBytes('records', row), counts, start);
}

/** The records of a row that a fold wrote; throws where they cannot be read. */
export function recordsOfRow(row: Row, start: number): Map<string, PairRecords> {
  return recordsIn(joinBytes('records', row), start);
}

/** The properties of a row with records, from bytes that {@link recordsBytes} made. */
export function recordsProperties(
  records: ReadonlyMap<string, PairRecords>,
  start: number,
): EntityProperties {
  return splitBytes('records', recordsBytes(records, start));
}
