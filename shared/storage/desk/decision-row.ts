import * as z from 'zod';
import type { DecisionRecord, NewDecision, StepReference } from '../../domain/ports/decisions.ts';
import { type Decision, decidedStatuses, decisionKey } from '../../domain/problems/decision.ts';
import type { ProblemTraits } from '../../domain/problems/problem.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { factsIn } from '../error-log/pair-row.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { storedJson } from '../tables/stored-json.ts';
import type { Row } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { storedDate } from './stored-moment.ts';

const decisionRow = z.object({
  rowKey: z.string(),
  status: z.enum(decidedStatuses),
  until: storedDate.nullish(),
  resolvedAt: storedDate.nullish(),
  at: storedDate,
  by: z.string(),
  revision: z.number(),
  hasNote: z.boolean(),
  isNone: z.literal(true).nullish(),
});

const seenRow = z.object({ rowKey: z.string(), etag: z.string(), seenAt: storedDate });

const noteRow = z.object({ rowKey: z.string(), note: z.string().nullish() });

/** What a query for decisions selects: neither notes nor what is known of the problem. */
export const decisionProperties = propertiesOf(decisionRow);
/** What a query for when problems were last seen selects. */
export const seenProperties = propertiesOf(seenRow);
/** What a query for notes selects. */
export const noteProperties = propertiesOf(noteRow);

const storedTraits = storedJson.pipe(z.array(z.string().nullable()).min(7));

/** Each part by itself: what can be read is kept when a decision is replaced that cannot. */
const recordRow = z.object({
  seenAt: storedDate.optional().catch(undefined),
  traits: storedTraits.optional().catch(undefined),
  steps: z.string().catch(''),
});

/** Row key of the decision with this key. */
export function decisionRowKey(key: string): string {
  return `d${key}`;
}

/** The key of the decision in a row. */
export function keyOfDecisionRow(row: Row): string {
  return z.string().parse(row['rowKey']).slice(1);
}

/** The properties of a decision's row. */
export function decisionRowProperties(
  { decision, traits, seenAt }: Omit<NewDecision, 'before'>,
  steps: readonly StepReference[],
): EntityProperties {
  const { status, at, by, revision, until, resolvedAt, hasNote, note, isNone } = decision;
  return {
    status,
    at: at.toISOString(),
    by,
    revision,
    hasNote,
    seenAt: seenAt.toISOString(),
    traits: JSON.stringify(traitTexts(traits)),
    steps: steps.map(stepText).join(','),
    ...(until ? { until: until.toISOString() } : {}),
    ...(resolvedAt ? { resolvedAt: resolvedAt.toISOString() } : {}),
    ...(note === undefined ? {} : { note }),
    ...(isNone ? { isNone } : {}),
  };
}

// An id, `*` behind that of a joint decision, and `-` behind one that was undone.
function stepText({ id, isJoint, isUndone }: StepReference): string {
  return `${id}${isJoint ? '*' : ''}${isUndone ? '-' : ''}`;
}

function stepsIn(text: string): StepReference[] {
  if (text === '') return [];
  const steps = text.split(',').map((step) => ({
    id: step.replace(/[*-]+$/, ''),
    isJoint: step.includes('*'),
    isUndone: step.endsWith('-'),
  }));
  // A newer version may write others.
  return steps.filter(({ id }) => ulidPattern.test(id));
}

// In the order of the facts of a pair; null where the scope of the cause leaves the place out.
function traitTexts(traits: ProblemTraits): (string | null)[] {
  const { environment, company, mapping, direction, cause, key, resolver } = traits;
  return [environment, company ?? null, mapping ?? null, direction ?? null, cause, key, resolver];
}

function traitsIn(texts: readonly (string | null)[]): ProblemTraits {
  const { environment, company, mapping, direction, cause, key, resolver } = factsIn(
    texts.map((text) => text ?? ''),
  );
  const [, hasCompany, hasMapping, hasDirection] = texts;
  return {
    environment,
    cause,
    key,
    resolver,
    ...(typeof hasCompany === 'string' ? { company } : {}),
    ...(typeof hasMapping === 'string' ? { mapping } : {}),
    ...(typeof hasDirection === 'string' ? { direction } : {}),
  };
}

/** The decision in a row, without its note. Throws where it cannot be read. */
export function decisionIn(row: Row): Decision {
  const { rowKey, until, resolvedAt, isNone, ...rest } = decisionRow.parse(row);
  const [problemId = '', record] = rowKey.slice(1).split('-');
  return {
    ...rest,
    problemId,
    record,
    until: until ?? undefined,
    resolvedAt: resolvedAt ?? undefined,
    isNone: isNone ?? undefined,
  };
}

/** The problem of a decision and its note. */
export function noteIn(row: Row): { readonly key: string; readonly note: string | undefined } {
  const { rowKey, note } = noteRow.parse(row);
  return { key: rowKey.slice(1), note: note ?? undefined };
}

/** The decision in a row with all that is known of its problem; what cannot be read is absent. */
export function decisionRecordIn(row: Row): DecisionRecord {
  const { seenAt, traits, steps } = recordRow.parse(row);
  const version = z.string().parse(row['etag']);
  const isReadable = decisionRow.safeParse(row).success && noteRow.safeParse(row).success;
  if (!isReadable) noteUnreadableRow();
  return {
    decision: isReadable ? { ...decisionIn(row), note: noteIn(row).note } : undefined,
    traits: traits && traitsIn(traits),
    steps: stepsIn(steps),
    seenAt,
    version,
  };
}

/** The steps that led to the decision in a row. */
export function stepsOfDecisionRow(row: Row): StepReference[] {
  return stepsIn(z.string().parse(row['steps']));
}

/** When the problem of a decision was last seen. */
export function decisionSeenIn(row: Row): { key: string; seenAt: Date; version: string } {
  const { rowKey, etag, seenAt } = seenRow.parse(row);
  return { key: rowKey.slice(1), seenAt, version: etag };
}

const storedDecision = z.object({
  problemId: z.string(),
  status: z.enum(decidedStatuses),
  until: storedDate.optional(),
  resolvedAt: storedDate.optional(),
  hasNote: z.boolean(),
  note: z.string().optional(),
  at: storedDate,
  by: z.string(),
  revision: z.number(),
  isNone: z.literal(true).optional(),
});

const storedBefore = z.array(z.tuple([z.string(), storedDecision.nullable()]));

/** What problems had before a joint decision, as JSON. */
export function beforeText(decisions: readonly NewDecision[]): string {
  return JSON.stringify(
    decisions.map(({ decision, before }) => [decisionKey(decision), before?.decision ?? null]),
  );
}

/** What problems had before a joint decision, from what {@link beforeText} made. */
export function beforeIn(text: string): ReadonlyMap<string, Decision | undefined> {
  const before = storedBefore.parse(JSON.parse(text));
  return new Map(before.map(([problemId, decision]) => [problemId, decision ?? undefined]));
}
