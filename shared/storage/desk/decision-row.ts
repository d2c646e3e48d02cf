import * as z from 'zod';
import type { DecisionRecord, NewDecisionRecord } from '../../domain/ports/desk.ts';
import { type Decision, type DecisionStep, decidedStatuses } from '../../domain/problems/decision.ts';
import { storedTraits } from '../error-log/stored-traits.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import type { Row } from '../tables/table-service.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));

const decisionRow = z.object({
  rowKey: z.string(),
  status: z.enum(decidedStatuses),
  until: moment.nullish(),
  resolvedAt: moment.nullish(),
  note: z.string().nullish(),
  at: moment,
  by: z.string(),
  revision: z.number(),
});

const seenRow = z.object({ rowKey: z.string(), etag: z.string(), seenAt: moment });

const storedHistory = z.array(
  z.object({
    at: moment,
    by: z.string(),
    status: z.enum(decidedStatuses),
    until: moment.optional(),
    note: z.string().optional(),
  }),
);

/** What a query for decisions selects: neither their history nor the traits of their problems. */
export const decisionProperties = propertiesOf(decisionRow);

/** What a query selects that only asks when problems were last seen. */
export const seenProperties = propertiesOf(seenRow);

/** Row key of the decision on a problem. */
export function decisionRowKey(problemId: string): string {
  return `d${problemId}`;
}

/** The properties of a decision's row. */
export function decisionRowProperties(record: NewDecisionRecord): EntityProperties {
  const { decision, traits, history, seenAt } = record;
  return {
    ...traits,
    status: decision.status,
    at: decision.at.toISOString(),
    by: decision.by,
    revision: decision.revision,
    seenAt: seenAt.toISOString(),
    ...(decision.until ? { until: decision.until.toISOString() } : {}),
    ...(decision.resolvedAt ? { resolvedAt: decision.resolvedAt.toISOString() } : {}),
    ...(decision.note === undefined ? {} : { note: decision.note }),
    ...splitText('history', JSON.stringify(history)),
  };
}

/** The decision in a row. */
export function decisionIn(row: Row): Decision {
  const { rowKey, until, resolvedAt, note, ...rest } = decisionRow.parse(row);
  return {
    ...rest,
    problemId: rowKey.slice(1),
    until: until ?? undefined,
    resolvedAt: resolvedAt ?? undefined,
    note: note ?? undefined,
  };
}

/** The decision in a row, with its history and the traits of its problem. */
export function decisionRecordIn(row: Row): DecisionRecord {
  const history: DecisionStep[] = storedHistory.parse(JSON.parse(joinText('history', row)));
  const { etag, seenAt } = seenRow.parse(row);
  return { decision: decisionIn(row), traits: storedTraits.parse(row), history, seenAt, version: etag };
}

/** When the problem of a decision was last seen. */
export function decisionSeenIn(row: Row): { problemId: string; seenAt: Date; version: string } {
  const { rowKey, etag, seenAt } = seenRow.parse(row);
  return { problemId: rowKey.slice(1), seenAt, version: etag };
}
