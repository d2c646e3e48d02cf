import * as z from 'zod';
import { type Cleanup, cleanupKinds } from '../../domain/cleanups/cleanup.ts';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { problemId } from '../../domain/problems/problem.ts';
import { directions } from '../../domain/reports/error-report.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { moment } from './entry-body.ts';

export const cleanupId = z
  .string()
  .regex(ulidPattern, 'Not an id of a clean-up: 26 characters of Crockford base 32 in upper case')
  .meta({ description: 'Id of a clean-up', example: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB' });

/** Values of one part of a filter. */
const maxValues = 100;

const anyOf = <Value extends z.ZodType<string, string>>(value: Value) =>
  z.union([value.transform((one) => [one]), z.array(value).min(1).max(maxValues)]).optional();

/** The filter of a clean-up: each part is one value, or a list of values joined by or. */
export const cleanupFilter = z
  .strictObject({
    company: anyOf(z.string()),
    environment: anyOf(z.string()),
    mapping: anyOf(z.string()),
    direction: anyOf(z.enum(directions)),
    cause: anyOf(z.enum(causes)),
    resolver: anyOf(z.enum(resolvers)),
    problem: anyOf(problemId),
  })
  .meta({ id: 'CleanupFilter' });

/** A clean-up in a preview, without an id. */
export const cleanupPlanBody = z
  .strictObject({
    kind: z.enum(cleanupKinds),
    cutoff: moment.describe('Entries that occurred at or before this moment are deleted'),
    filter: z.record(z.string(), z.array(z.string())).optional(),
    deleted: z.int().min(0),
    stillOpen: z.int().min(0).describe('How many of the deleted belong to problems that nobody resolved'),
    startedAt: moment,
    by: z.string(),
    undoUntil: moment.optional(),
    undoneAt: moment.optional(),
    done: z
      .boolean()
      .describe('False while there is something left to do; continue it, or leave it to the timer'),
  })
  .meta({ id: 'CleanupPlan' });

export const cleanupBody = cleanupPlanBody.extend({ id: cleanupId }).meta({ id: 'Cleanup' });

export function toCleanupPlanBody(plan: Omit<Cleanup, 'id'>): z.output<typeof cleanupPlanBody> {
  return {
    kind: plan.kind,
    cutoff: plan.cutoff.toISOString(),
    filter:
      plan.filter &&
      Object.fromEntries(Object.entries(plan.filter).map(([name, any]) => [name, [...(any ?? [])]])),
    deleted: plan.deleted,
    stillOpen: plan.stillOpen,
    startedAt: plan.startedAt.toISOString(),
    by: plan.by,
    undoUntil: plan.undoUntil?.toISOString(),
    undoneAt: plan.undoneAt?.toISOString(),
    done: plan.phase === 'done' || plan.phase === 'undone',
  };
}

export function toCleanupBody(cleanup: Cleanup): z.output<typeof cleanupBody> {
  return { id: cleanup.id, ...toCleanupPlanBody(cleanup) };
}
