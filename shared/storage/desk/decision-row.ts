import * as z from 'zod';
import type { DecisionRecord, NewDecision } from '../../domain/ports/desk.ts';
import { type Decision, type DecisionStep, decidedStatuses } from '../../domain/problems/decision.ts';
import type { ProblemTraits } from '../../domain/problems/problem.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { factsIn } from '../error-log/pair-row.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import type { Row } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));

const decisionRow = z.object({
  rowKey: z.string(),
  status: z.enum(decidedStatuses),
  until: moment.nullish(),
  resolvedAt: moment.nullish(),
  at: moment,
  by: z.string(),
  revision: z.number(),
  hasNote: z.boolean(),
});

const seenRow = z.object({ rowKey: z.string(), etag: z.string(), seenAt: moment });

const noteRow = z.object({ rowKey: z.string(), note: z.string().nullish() });

/** What a query for decisions selects: neither notes nor what is known of the problem. */
export const decisionProperties = propertiesOf(decisionRow);
/** What a query for when problems were last seen selects. */
export const seenProperties = propertiesOf(seenRow);
/** What a query for notes selects. */
export const noteProperties = propertiesOf(noteRow);

const storedTraits = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('Not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.array(z.string().nullable()).min(7));

/** Each part by itself: what can be read is kept when a decision is replaced that cannot. */
const recordRow = z.object({
  seenAt: moment.optional().catch(undefined),
  traits: storedTraits.optional().catch(undefined),
  steps: z.string().catch(''),
});

const stepRow = z.object({
  at: moment,
  by: z.string(),
  status: z.enum(decidedStatuses),
  until: moment.nullish(),
  note: z.string().nullish(),
});

/** Row key of the decision on a problem. */
export function decisionRowKey(problemId: string): string {
  return `d${problemId}`;
}

/** Row key of a step of a history; ascending is oldest first. */
export function stepRowKey(step: string): string {
  return `h${step}`;
}

/** The properties of a decision's row. */
export function decisionRowProperties(
  { decision, traits, seenAt }: Omit<NewDecision, 'step'>,
  steps: readonly string[],
): EntityProperties {
  const { status, at, by, revision, until, resolvedAt, note } = decision;
  return {
    status,
    at: at.toISOString(),
    by,
    revision,
    hasNote: decision.hasNote,
    seenAt: seenAt.toISOString(),
    traits: JSON.stringify(traitTexts(traits)),
    steps: steps.join(','),
    ...(until ? { until: until.toISOString() } : {}),
    ...(resolvedAt ? { resolvedAt: resolvedAt.toISOString() } : {}),
    ...(note === undefined ? {} : { note }),
  };
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
  const { rowKey, until, resolvedAt, ...rest } = decisionRow.parse(row);
  return {
    ...rest,
    problemId: rowKey.slice(1),
    until: until ?? undefined,
    resolvedAt: resolvedAt ?? undefined,
  };
}

/** The problem of a decision and its note. */
export function noteIn(row: Row): { readonly problemId: string; readonly note: string | undefined } {
  const { rowKey, note } = noteRow.parse(row);
  return { problemId: rowKey.slice(1), note: note ?? undefined };
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
    steps: steps === '' ? [] : steps.split(',').filter((step) => ulidPattern.test(step)),
    seenAt,
    version,
  };
}

/** When the problem of a decision was last seen. */
export function decisionSeenIn(row: Row): { problemId: string; seenAt: Date; version: string } {
  const { rowKey, etag, seenAt } = seenRow.parse(row);
  return { problemId: rowKey.slice(1), seenAt, version: etag };
}

/** The properties of a row that holds one step of the history of a problem. */
export function stepRowProperties(problemId: string, step: DecisionStep): EntityProperties {
  return {
    problem: problemId,
    at: step.at.toISOString(),
    by: step.by,
    status: step.status,
    ...(step.until ? { until: step.until.toISOString() } : {}),
    ...(step.note === undefined ? {} : { note: step.note }),
  };
}

/** The step in a row. Throws where it cannot be read. */
export function stepIn(row: Row): DecisionStep {
  const { until, note, ...rest } = stepRow.parse(row);
  return { ...rest, until: until ?? undefined, note: note ?? undefined };
}
