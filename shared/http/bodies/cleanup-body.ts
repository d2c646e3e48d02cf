import * as z from 'zod';
import type { Cleanup } from '../../domain/cleanups/cleanup.ts';
import { oneOrMany } from '../../domain/one-or-many.ts';
import { problemId } from '../../domain/problems/problem.ts';
import type { ProblemFilter } from '../../domain/problems/problem-filter.ts';
import { directionWord } from '../../domain/reports/error-report.ts';
import { wellFormed } from '../../domain/reports/text-limits.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { moment } from './entry-body.ts';
import { causeWord, cleanupKindWord, resolverWord } from './words.ts';

export const cleanupId = z
  .string()
  .regex(ulidPattern, 'Not an id of a clean-up: 26 characters of Crockford base 32 in upper case')
  .meta({ description: 'Id of a clean-up', example: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB' });

/** Values of one part of a filter. */
const maxValues = 100;

const anyOf = <Value extends z.ZodType<string, string>>(value: Value) =>
  oneOrMany(value, { max: maxValues }).optional();

/** A name as reports have it: half a surrogate pair fits into no address of storage. */
const name = () => z.string().overwrite(wellFormed);

/** The filter of a clean-up: each part is a list of values joined by or. */
export const cleanupFilter = z
  .strictObject({
    company: anyOf(name()),
    environment: anyOf(name()),
    mapping: anyOf(name()),
    direction: anyOf(directionWord),
    cause: anyOf(causeWord),
    resolver: anyOf(resolverWord),
    problem: anyOf(problemId),
  })
  .describe('Each part is a list of values, joined by or. In a request one value may stand without its list.')
  .meta({ id: 'CleanupFilter' });

/** A clean-up. */
export const cleanupBody = z
  .strictObject({
    id: cleanupId,
    kind: cleanupKindWord,
    cutoff: moment.describe('Entries that occurred at or before this moment are deleted'),
    filter: cleanupFilter.optional(),
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
  .meta({ id: 'Cleanup' });

/**
 * A clean-up that has begun, or a preview of one. One shape for both: generated clients of some languages have one type
 * for all answers of an operation.
 */
export const startedCleanupBody = cleanupBody
  .partial({ id: true, done: true })
  .extend({ preview: z.literal(true).optional().describe('A preview has no id, done or undoUntil') })
  .meta({ id: 'StartedCleanup' });

type Plan = Omit<z.output<typeof cleanupBody>, 'id' | 'done' | 'undoUntil' | 'undoneAt'>;

export function toCleanupPreviewBody(plan: Omit<Cleanup, 'id'>): z.output<typeof startedCleanupBody> {
  return { preview: true, ...planBody(plan) };
}

export function toCleanupBody(cleanup: Cleanup): z.output<typeof cleanupBody> {
  return {
    id: cleanup.id,
    ...planBody(cleanup),
    undoUntil: cleanup.undoUntil?.toISOString(),
    undoneAt: cleanup.undoneAt?.toISOString(),
    done: cleanup.phase === 'done' || cleanup.phase === 'undone',
  };
}

function planBody(plan: Omit<Cleanup, 'id'>): Plan {
  return {
    kind: plan.kind,
    cutoff: plan.cutoff.toISOString(),
    filter: plan.filter && filterBody(plan.filter),
    deleted: plan.deleted,
    stillOpen: plan.stillOpen,
    startedAt: plan.startedAt.toISOString(),
    by: plan.by,
  };
}

function filterBody(filter: ProblemFilter): z.output<typeof cleanupFilter> {
  const { company, environment, mapping, direction, cause, resolver, problem } = filter;
  return {
    company: company && [...company],
    environment: environment && [...environment],
    mapping: mapping && [...mapping],
    direction: direction && [...direction],
    cause: cause && [...cause],
    resolver: resolver && [...resolver],
    problem: problem && [...problem],
  };
}
