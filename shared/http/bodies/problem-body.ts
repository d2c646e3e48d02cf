import * as z from 'zod';
import { certaintyOf } from '../../domain/diagnosis/diagnosis.ts';
import { causeTitle, explain } from '../../domain/diagnosis/explain.ts';
import type { Language } from '../../domain/language.ts';
import { decisionETag } from '../../domain/problems/decision.ts';
import type { GivenUp } from '../../domain/problems/given-up.ts';
import { problemId } from '../../domain/problems/problem.ts';
import type { ProblemLinks } from '../../domain/problems/problem-graph.ts';
import type { PlaceView, ProblemView } from '../../domain/problems/problem-view.ts';
import { entryId } from '../../domain/reports/entry-id.ts';
import { directionWord } from '../../domain/reports/error-report.ts';
import { cut } from '../../domain/reports/text-limits.ts';
import { decisionBody, shownDecision } from './decision-body.ts';
import { moment } from './entry-body.ts';
import { causeWord, certaintyWord, problemStatusWord, resolverWord } from './words.ts';

const placeBody = z
  .strictObject({
    company: z.string(),
    mapping: z.string().optional(),
    direction: directionWord.optional(),
    count: z.int().min(1),
    firstSeenAt: moment,
    lastSeenAt: moment,
  })
  .meta({ id: 'Place' });

const seriesBody = z
  .array(z.strictObject({ at: moment, count: z.int().min(1) }).meta({ id: 'SeriesPoint' }))
  .describe('Hours or days with a count, by their start, oldest first');

/** A problem: all entries with one root cause. */
export const problemBody = z
  .strictObject({
    id: problemId,
    environment: z.string().optional(),
    cause: causeWord,
    key: z.string().optional().describe('What tells two problems of one cause apart'),
    resolver: resolverWord,
    certainty: certaintyWord,
    title: z.string(),
    status: problemStatusWord,
    company: z.string().optional().describe('Where the problem is one of a company, or of a mapping'),
    mapping: z.string().optional().describe('Where the problem is one of a mapping'),
    direction: directionWord.optional(),
    count: z.int().min(0).describe('Errors in the selected places and hours'),
    firstSeenAt: moment.optional(),
    lastSeenAt: moment.optional(),
    series: seriesBody.optional(),
    places: z.array(placeBody).describe('Where it occurs, most errors first; in lists the first three'),
    placeCount: z.int().min(0),
    records: z
      .strictObject({ count: z.int().min(0), more: z.boolean().optional() })
      .meta({ id: 'RecordCount', description: 'Different records that it affects: 1,000 are told apart' }),
    impact: z.int().min(0).describe('Different records that wait for it, or for problems that it causes'),
    givenUp: z
      .strictObject({
        likely: z.int().min(0),
        confirmed: z.int().min(0),
        reported: z
          .int()
          .min(0)
          .optional()
          .describe(
            'By the last heartbeats, in all mappings where the problem occurs, whatever failed there',
          ),
      })
      .meta({ id: 'GivenUpCounts', description: 'Records that Business Central does not try any more' }),
    causedBy: z.array(problemId).describe('Open problems that it follows from, at most 20'),
    children: z.array(problemId).describe('Open problems that follow from it, at most 20'),
    childCount: z.int().min(0).optional().describe('How many follow from it, where more than 20 do'),
    sampleErrorId: entryId.optional().describe('The newest error'),
    sampleMessage: z
      .string()
      .optional()
      .describe(
        'Its text: 200 characters of it in lists, where the cause is unclassified or the text asked for',
      ),
    explanation: z.string().optional(),
    steps: z.array(z.string()).optional().describe('What to do, in order'),
    decision: decisionBody.optional(),
    etag: z.string().describe('What ETag says of this problem alone'),
  })
  .meta({ id: 'Problem' });

/** A problem with all that is told of it. */
export interface ToldProblem {
  readonly problem: ProblemView;
  readonly known: ProblemLinks & {
    readonly records: {
      readonly ids: ReadonlySet<string>;
      readonly more: boolean;
      readonly givenUp: ReadonlyMap<string, Pick<GivenUp, 'status'>>;
    };
    readonly givenUpByHeartbeat: number | undefined;
  };
  readonly sampleErrorId: string | undefined;
  readonly sampleMessage: string | undefined;
}

/** What of a problem to tell in a list. */
export interface ProblemBodyOptions {
  readonly language: Language;
  /** The hours or the days of its series; none at all if absent. */
  readonly series?: 'hour' | 'day' | undefined;
  readonly withSteps: boolean;
}

/** Limits of lists: places, units of a text, ids of other problems. */
const listLimits = { places: 3, text: 200, links: 20 } as const;
/** Places of one problem. */
const maxPlaces = 1000;

/** A problem for a list: the first of its places, and the beginnings of texts. */
export function toListedProblemBody(
  told: ToldProblem,
  options: ProblemBodyOptions,
): z.output<typeof problemBody> {
  const body = toProblemBody(told, options);
  const { decision } = body;
  return {
    ...body,
    places: body.places.slice(0, listLimits.places),
    sampleMessage: beginningOf(body.sampleMessage),
    decision: decision && { ...decision, note: beginningOf(decision.note) },
  };
}

function beginningOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cut(text, listLimits.text);
}

/** A problem with all its places. */
export function toProblemBody(
  { problem, known, sampleErrorId, sampleMessage }: ToldProblem,
  { language, series, withSteps }: ProblemBodyOptions,
): z.output<typeof problemBody> {
  const { environment, company, mapping, direction, cause, key, resolver } = problem.traits;
  const { records, impact, causedBy, children } = known;
  const { explanation, steps } = explain({ cause, key, resolver, evidence: '' }, language);
  return {
    id: problem.id,
    environment: environment || undefined,
    cause,
    key: key || undefined,
    resolver,
    certainty: certaintyOf(key),
    title: causeTitle(cause, language, key),
    status: problem.status,
    company: company || undefined,
    mapping: mapping || undefined,
    direction: direction || undefined,
    count: problem.count,
    firstSeenAt: momentOf(problem.firstSeenAt),
    lastSeenAt: momentOf(problem.lastSeenAt),
    series: series && seriesOf(problem, series),
    places: problem.places.slice(0, maxPlaces).map(toPlaceBody),
    placeCount: problem.places.length,
    records: { count: records.ids.size, ...(records.more ? { more: true as const } : {}) },
    impact,
    givenUp: { ...givenUpCounts(records.givenUp), reported: known.givenUpByHeartbeat },
    causedBy: causedBy.slice(0, listLimits.links),
    children: children.slice(0, listLimits.links),
    childCount: children.length > listLimits.links ? children.length : undefined,
    sampleErrorId,
    sampleMessage,
    explanation: withSteps ? explanation : undefined,
    steps: withSteps ? [...steps] : undefined,
    decision: shownDecision(problem.decision),
    etag: decisionETag(problem.decision),
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

function seriesOf({ series }: ProblemView, unit: 'hour' | 'day'): z.output<typeof seriesBody> {
  if (unit === 'hour') return series.map(({ at, count }) => ({ at: new Date(at).toISOString(), count }));
  const days = new Map<string, number>();
  for (const { at, count } of series) {
    const day = `${new Date(at).toISOString().slice(0, 10)}T00:00:00.000Z`;
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return [...days].map(([at, count]) => ({ at, count }));
}

function givenUpCounts(givenUp: ToldProblem['known']['records']['givenUp']) {
  const statuses = [...givenUp.values()].map(({ status }) => status);
  const confirmed = statuses.filter((status) => status === 'confirmed').length;
  return { likely: statuses.length - confirmed, confirmed };
}

function momentOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
