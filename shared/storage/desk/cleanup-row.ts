import * as z from 'zod';
import { type Cleanup, cleanupKinds, cleanupPhases } from '../../domain/cleanups/cleanup.ts';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { directions } from '../../domain/reports/error-report.ts';
import { ulid, ulidParts } from '../../domain/reports/ulid.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { inverted, uninverted } from '../tables/inverted-time.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import type { Row } from '../tables/table-service.ts';
import { storedDate } from './stored-moment.ts';

const texts = z.array(z.string()).optional();

// A part that a newer version knows would be lost, and the filter would select more: such a row is left out.
const storedFilter = z.strictObject({
  company: texts,
  environment: texts,
  mapping: texts,
  direction: z.array(z.enum(directions)).optional(),
  cause: z.array(z.enum(causes)).optional(),
  resolver: z.array(z.enum(resolvers)).optional(),
  problem: texts,
});

const cleanupRow = z.object({
  rowKey: z.string(),
  kind: z.enum(cleanupKinds),
  cutoff: storedDate,
  filter: z.string().nullish(),
  deleted: z.number(),
  stillOpen: z.number(),
  startedAt: storedDate,
  by: z.string(),
  undoUntil: storedDate.nullish(),
  phase: z.enum(cleanupPhases),
  undoneAt: storedDate.nullish(),
  settledAt: storedDate.nullish(),
});

/** What a query for clean-ups selects. */
export const cleanupProperties = propertiesOf(cleanupRow);

/** Row key of a clean-up: ascending is newest first. */
export function cleanupRowKey(id: string): string {
  const { time, tail } = ulidParts(id);
  return `c${inverted(time)}-${tail}`;
}

/** The properties of a clean-up's row. */
export function cleanupRowProperties(cleanup: Cleanup): EntityProperties {
  return {
    kind: cleanup.kind,
    cutoff: cleanup.cutoff.toISOString(),
    deleted: cleanup.deleted,
    stillOpen: cleanup.stillOpen,
    startedAt: cleanup.startedAt.toISOString(),
    by: cleanup.by,
    phase: cleanup.phase,
    ...(cleanup.filter ? { filter: JSON.stringify(cleanup.filter) } : {}),
    ...(cleanup.undoUntil ? { undoUntil: cleanup.undoUntil.toISOString() } : {}),
    ...(cleanup.undoneAt ? { undoneAt: cleanup.undoneAt.toISOString() } : {}),
    ...(cleanup.settledAt ? { settledAt: cleanup.settledAt.toISOString() } : {}),
  };
}

/** The clean-up in a row. */
export function cleanupIn(row: Row): Cleanup {
  const { rowKey, filter, undoUntil, undoneAt, settledAt, ...rest } = cleanupRow.parse(row);
  const [time = '', tail = ''] = rowKey.slice(1).split('-');
  return {
    ...rest,
    id: ulid(uninverted(time), tail),
    filter: filter ? storedFilter.parse(JSON.parse(filter)) : undefined,
    undoUntil: undoUntil ?? undefined,
    undoneAt: undoneAt ?? undefined,
    settledAt: settledAt ?? undefined,
  };
}
