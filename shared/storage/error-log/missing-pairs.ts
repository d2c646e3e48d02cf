import { odata } from '@azure/data-tables';
import { countKeyParts, type DayCounts } from '../../domain/problems/pair-counts.ts';
import { pagesOf } from '../tables/pages.ts';
import type { Table } from '../tables/table-service.ts';
import { listedProperties, storedEntriesOf } from './entry-row.ts';
import type { Pairs } from './folded-kinds.ts';
import { storedFactsOf } from './pair-row.ts';
import { partition } from './row-keys.ts';

/** Pairs looked up for one transaction; the next one looks up others. */
const maxLookedUp = 20;

/**
 * What is known of pairs that are counted though no row tells what they are: an instance took them for known in a table
 * that another one had dropped and made anew. One entry of each tells it again.
 */
export async function missingPairs(
  table: Table,
  counts: DayCounts,
  isKnown: (pairId: string) => boolean,
): Promise<{ readonly found: Pairs; readonly sought: readonly string[] }> {
  const pairIds = new Set([...counts.keys()].map((key) => countKeyParts(key).pairId));
  const missing = [...pairIds].filter((pairId) => !isKnown(pairId)).slice(0, maxLookedUp);
  const found: Pairs = new Map();
  for (const pairId of missing) {
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${'e'} and RowKey lt ${'f'} and pair eq ${pairId}`;
    for await (const { rows } of pagesOf(table, { filter, select: listedProperties, top: 1 })) {
      const [stored] = storedEntriesOf(rows);
      if (!stored) continue;
      found.set(pairId, storedFactsOf(stored.entry.counted));
      break;
    }
  }
  return { found, sought: missing };
}
