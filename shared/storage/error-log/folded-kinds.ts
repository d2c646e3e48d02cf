import { addCounts, type PairDay } from '../../domain/problems/pair-counts.ts';
import { addRecords, type PairRecords } from '../../domain/problems/record-failures.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { recordsProperties, tallyProperties } from './counting-row.ts';
import type { FoldedKind } from './folded-rows.ts';
import { pairProperties, type StoredFacts } from './pair-row.ts';

/** Pairs by their id. */
export type Pairs = Map<string, readonly string[]>;
/** Counts by key. */
export type Tallies = Map<string, PairDay>;
/** Records by the keys of their counts. */
export type Records = Map<string, PairRecords>;

/** Characters of the texts, or bytes, in all properties together. */
function sizeOf(properties: EntityProperties): number {
  let size = 0;
  for (const value of Object.values(properties))
    if (typeof value === 'string' || value instanceof Uint8Array) size += value.length;
  return size;
}

const common = { sizeOf, nothing: () => new Map(), isEmpty: (value: { size: number }) => value.size === 0 };

/** Rows of pairs: at most 200,000 characters, which an entity (1 MiB) holds whatever they are. */
export const pairRows: FoldedKind<Pairs> = {
  ...common,
  prefix: 'p',
  maxSize: 200_000,
  propertiesOf: pairProperties,
  add: (sum: Pairs, pairs: StoredFacts) => {
    for (const [id, texts] of pairs) sum.set(id, texts);
  },
};

/** Tallies of a day: at most 400,000 bytes, some 4,000 pairs with a few hours each. `start` is its first moment. */
export function tallyRows(start: number): FoldedKind<Tallies> {
  return {
    ...common,
    prefix: 't',
    maxSize: 400_000,
    propertiesOf: (counts) => tallyProperties(counts, start),
    add: addCounts,
  };
}

/** Rows of records: at most 700,000 bytes, some 15,000 records. `start` is the first moment of the day. */
export function recordRows(start: number): FoldedKind<Records> {
  return {
    ...common,
    prefix: 'u',
    maxSize: 700_000,
    propertiesOf: (records) => recordsProperties(records, start),
    add: addRecords,
  };
}
