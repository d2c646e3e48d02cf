import * as z from 'zod';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { causeTitle } from '../../domain/diagnosis/explain.ts';
import type { Language } from '../../domain/language.ts';
import type { LinkSettings } from '../../domain/links/record-link.ts';
import {
  type DecisionStep,
  decidedStatuses,
  type EntryStatus,
  problemStatuses,
} from '../../domain/problems/decision.ts';
import { problemId } from '../../domain/problems/problem.ts';
import type { ProblemView } from '../../domain/problems/problem-view.ts';
import { entryId } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { directions } from '../../domain/reports/error-report.ts';
import { entryBody, moment, toEntryBody } from './entry-body.ts';

const decisionBody = z
  .strictObject({
    status: z.enum(decidedStatuses),
    until: moment.optional().describe('End of a snooze'),
    note: z.string().optional(),
    at: moment,
    by: z.string().describe('Who decided, as far as the sign-in shows'),
  })
  .meta({ id: 'Decision' });

/** A problem: all entries with one root cause. */
export const problemBody = z
  .strictObject({
    id: problemId,
    company: z.string(),
    environment: z.string().optional(),
    mapping: z.string().optional(),
    direction: z.enum(directions).optional(),
    cause: z.enum(causes),
    key: z.string(),
    resolver: z.enum(resolvers),
    title: z.string(),
    status: z.enum(problemStatuses),
    count: z.int().min(0),
    firstSeenAt: moment.optional(),
    lastSeenAt: moment.optional(),
    sampleErrorId: entryId.optional(),
    sampleMessage: z.string().optional(),
    series: z
      .array(z.strictObject({ at: moment, count: z.int().min(1) }))
      .describe('Hours with a count, by their start, oldest first'),
    decision: decisionBody.optional(),
  })
  .meta({ id: 'Problem' });

/** A problem with its decisions so far and its newest entries. */
export const problemDetailBody = problemBody
  .extend({ history: z.array(decisionBody), samples: z.array(entryBody) })
  .meta({ id: 'ProblemDetail' });

/** A problem with its decisions so far. */
export const decidedProblemBody = problemBody
  .extend({ history: z.array(decisionBody) })
  .meta({ id: 'DecidedProblem' });

export function toProblemBody(view: ProblemView, language: Language): z.output<typeof problemBody> {
  const { company, environment, mapping, direction, cause, key, resolver } = view.traits;
  return {
    id: view.id,
    company,
    environment: environment || undefined,
    mapping: mapping || undefined,
    direction: direction || undefined,
    cause,
    key,
    resolver,
    title: causeTitle(cause, language),
    status: view.status,
    count: view.count,
    firstSeenAt: momentOf(view.firstSeenAt),
    lastSeenAt: momentOf(view.lastSeenAt),
    sampleErrorId: view.sampleErrorId,
    sampleMessage: view.count > 0 ? view.sampleMessage : undefined,
    series: view.series.map(({ at, count }) => ({ at: new Date(at).toISOString(), count })),
    decision: view.decision && toDecisionBody(view.decision),
  };
}

export function toProblemDetailBody(
  {
    problem,
    history,
    samples,
  }: {
    readonly problem: ProblemView;
    readonly history: readonly DecisionStep[];
    readonly samples: readonly { readonly entry: ErrorEntry; readonly status: EntryStatus }[];
  },
  language: Language,
  links: LinkSettings,
): z.output<typeof problemDetailBody> {
  return {
    ...toProblemBody(problem, language),
    history: history.map(toDecisionBody),
    samples: samples.map(({ entry, status }) => toEntryBody(entry, status, language, links)),
  };
}

export function toDecisionBody(step: DecisionStep): z.output<typeof decisionBody> {
  return {
    status: step.status,
    until: step.until?.toISOString(),
    note: step.note,
    at: step.at.toISOString(),
    by: step.by,
  };
}

function momentOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
