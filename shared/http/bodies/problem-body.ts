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
import type { PlaceView, ProblemView } from '../../domain/problems/problem-view.ts';
import { entryId } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { directions } from '../../domain/reports/error-report.ts';
import { cut } from '../../domain/reports/text-limits.ts';
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

const placeBody = z
  .strictObject({
    company: z.string(),
    mapping: z.string().optional(),
    direction: z.enum(directions).optional(),
    count: z.int().min(1),
    firstSeenAt: moment,
    lastSeenAt: moment,
  })
  .meta({ id: 'Place' });

/** A problem: all entries with one root cause. */
export const problemBody = z
  .strictObject({
    id: problemId,
    environment: z.string().optional(),
    company: z.string().optional().describe('Where the problem is one of a company, or of a mapping'),
    mapping: z.string().optional().describe('Where the problem is one of a mapping'),
    direction: z.enum(directions).optional(),
    cause: z.enum(causes),
    key: z.string(),
    resolver: z.enum(resolvers),
    title: z.string(),
    status: z.enum(problemStatuses),
    count: z.int().min(0),
    firstSeenAt: moment.optional(),
    lastSeenAt: moment.optional(),
    places: z.array(placeBody).describe('Where it occurs, most errors first; in lists the first three'),
    placeCount: z.int().min(0),
    sampleErrorId: entryId.optional().describe('The newest error'),
    sampleMessage: z
      .string()
      .optional()
      .describe('Its text, where the cause is unclassified: 200 characters of it in lists'),
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

/** The newest entry of a problem, as far as it is told. */
export interface ProblemSample {
  readonly sampleErrorId?: string | undefined;
  readonly sampleMessage?: string | undefined;
}

/** Places of a problem in a list, and characters of a sample and of a note there. */
const listLimits = { places: 3, text: 200 } as const;

/** A problem for a list: only the first of its places, and the beginnings of texts. */
export function toListedProblemBody(
  view: ProblemView,
  { sampleErrorId, sampleMessage }: ProblemSample,
  language: Language,
): z.output<typeof problemBody> {
  const body = toProblemBody(view, { sampleErrorId, sampleMessage: beginningOf(sampleMessage) }, language);
  const { decision } = body;
  return {
    ...body,
    places: body.places.slice(0, listLimits.places),
    decision: decision && { ...decision, note: beginningOf(decision.note) },
  };
}

function beginningOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cut(text, listLimits.text);
}

/** Places of one problem that are told. */
const maxPlaces = 1000;

/** A problem with all its places. */
export function toProblemBody(
  view: ProblemView,
  { sampleErrorId, sampleMessage }: ProblemSample,
  language: Language,
): z.output<typeof problemBody> {
  const { environment, company, mapping, direction, cause, key, resolver } = view.traits;
  return {
    id: view.id,
    environment: environment || undefined,
    company: company || undefined,
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
    places: view.places.slice(0, maxPlaces).map(toPlaceBody),
    placeCount: view.places.length,
    sampleErrorId,
    sampleMessage,
    series: view.series.map(({ at, count }) => ({ at: new Date(at).toISOString(), count })),
    decision: view.decision && toDecisionBody(view.decision),
  };
}

function toPlaceBody(place: PlaceView): z.output<typeof placeBody> {
  return {
    company: place.company,
    mapping: place.mapping || undefined,
    direction: place.direction || undefined,
    count: place.count,
    firstSeenAt: new Date(place.firstSeenAt).toISOString(),
    lastSeenAt: new Date(place.lastSeenAt).toISOString(),
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
  const newest = samples[0]?.entry;
  const sample = { sampleErrorId: newest?.id, sampleMessage: newest?.report.message };
  return {
    ...toProblemBody(problem, sample, language),
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
