import * as z from 'zod';
import type { Cleanup } from '../../domain/cleanups/cleanup.ts';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { causeTitle, explain } from '../../domain/diagnosis/explain.ts';
import type { Language } from '../../domain/language.ts';
import { problemId } from '../../domain/problems/problem.ts';
import { checkIds } from '../../domain/settings-checks/check-ids.ts';
import { findingStatuses, type Validation } from '../../domain/settings-checks/finding.ts';
import { cleanupBody, toCleanupBody } from './cleanup-body.ts';
import { moment } from './entry-body.ts';
import { heardBody, type ToldHeard, toHeardBodies } from './heard-body.ts';
import { problemBody, type ToldProblem, toListedProblemBody } from './problem-body.ts';
import { checkBody, checksOf } from './problem-detail-body.ts';

const days = z.array(z.int().min(0)).length(7).describe('Counts of seven UTC days, oldest first');

const nextProblem = problemBody
  .omit({ series: true })
  .extend({
    explanation: z.string(),
    steps: z.array(z.string()).describe('What to do, in order'),
    checks: z.array(checkBody).describe('Checks of the validator that would confirm it'),
    days,
  })
  .meta({ id: 'NextProblem' });

const noticeCodes = ['problems-overflow', 'rows-unreadable', 'alerts-dead'] as const;

/** All that a first screen shows: at most 32 kB. */
export const overviewBody = z
  .strictObject({
    at: moment,
    next: z
      .array(nextProblem)
      .describe('What to do first, at most 7: open, not to wait for, caused by no other'),
    waiting: z
      .array(
        z
          .strictObject({ id: problemId, title: z.string(), count: z.int().min(0) })
          .meta({ id: 'WaitingProblem' }),
      )
      .describe('What passes by itself, at most 5'),
    open: z
      .strictObject({
        errors: z.int().min(0),
        problems: z.int().min(0).describe('Open and regressed'),
        new: z.int().min(0).describe('First seen in the last 24 hours'),
        regressed: z.int().min(0),
        givenUp: z.int().min(0).describe('Records that Business Central does not try any more'),
      })
      .meta({ id: 'OpenCounts' }),
    byResolver: z.array(
      z
        .strictObject({ resolver: z.enum(resolvers), errors: z.int().min(0), problems: z.int().min(0) })
        .meta({ id: 'ResolverCounts' }),
    ),
    byCause: z
      .array(z.strictObject({ cause: z.enum([...causes, 'other']), days }).meta({ id: 'CauseCounts' }))
      .describe('At most 7 causes, the rest as other'),
    heard: z
      .array(heardBody)
      .describe(
        'When companies were last heard, at most 10, the quiet ones first, and always the one heard last',
      ),
    heardCount: z.int().min(0),
    validation: z
      .strictObject({ at: moment, verdict: z.enum(findingStatuses), fails: z.array(z.enum(checkIds)) })
      .meta({ id: 'LastValidation' })
      .optional()
      .describe('The last live validation'),
    cleanups: z.array(cleanupBody).describe('Running or undoable, at most 10'),
    notices: z.array(
      z.strictObject({ code: z.enum(noticeCodes), count: z.int().min(0) }).meta({ id: 'Notice' }),
    ),
  })
  .meta({ id: 'Overview' });

type OverviewBody = z.output<typeof overviewBody>;

/** What an overview is made of. */
export interface ToldOverview {
  readonly at: Date;
  readonly next: readonly (ToldProblem & { readonly days: readonly number[] })[];
  readonly waiting: readonly {
    readonly known: { readonly id: string; readonly traits: ToldProblem['problem']['traits'] };
    readonly count: number;
  }[];
  readonly open: OverviewBody['open'];
  readonly byResolver: readonly OverviewBody['byResolver'][number][];
  readonly byCause: readonly {
    readonly cause: OverviewBody['byCause'][number]['cause'];
    readonly days: readonly number[];
  }[];
  readonly heard: readonly ToldHeard[];
  readonly cleanups: readonly Cleanup[];
  readonly overflow: number;
}

/** Bytes of an overview as JSON. */
const maxBytes = 32_000;

/** An overview as JSON; where names are very long, places and the last problems are left out to keep it small. */
export function toOverviewBody(
  told: ToldOverview,
  {
    language,
    validation,
    unreadable,
    deadAlerts,
  }: { language: Language; validation: Validation | undefined; unreadable: number; deadAlerts: number },
): OverviewBody {
  const body: OverviewBody = {
    at: told.at.toISOString(),
    next: told.next.map((problem) => nextOf(problem, language, validation)),
    waiting: told.waiting.map(({ known, count }) => ({
      id: known.id,
      title: causeTitle(known.traits.cause, language),
      count,
    })),
    open: told.open,
    byResolver: [...told.byResolver],
    byCause: told.byCause.map(({ cause, days: counts }) => ({ cause, days: [...counts] })),
    heard: toHeardBodies(told.heard),
    heardCount: told.heard.length,
    validation: validation && {
      at: validation.at,
      verdict: validation.verdict,
      fails: [
        ...new Set(validation.findings.filter(({ status }) => status === 'fail').map(({ check }) => check)),
      ],
    },
    cleanups: told.cleanups.map(toCleanupBody),
    notices: [
      ...(told.overflow > 0 ? [{ code: 'problems-overflow' as const, count: told.overflow }] : []),
      ...(deadAlerts > 0 ? [{ code: 'alerts-dead' as const, count: deadAlerts }] : []),
      ...(unreadable > 0 ? [{ code: 'rows-unreadable' as const, count: unreadable }] : []),
    ],
  };
  return fitting(body);
}

function nextOf(
  told: ToldOverview['next'][number],
  language: Language,
  validation: Validation | undefined,
): OverviewBody['next'][number] {
  const { series: _, ...body } = toListedProblemBody(told, { language, withSteps: false });
  const { cause, key, resolver } = told.problem.traits;
  const { explanation, steps, checks } = explain({ cause, key, resolver, evidence: '' }, language);
  return {
    ...body,
    explanation,
    steps: [...steps],
    checks: checksOf(checks, validation),
    days: [...told.days],
  };
}

/** Leaves out what is least needed until the body is small enough. */
function fitting(body: OverviewBody): OverviewBody {
  const steps: ((from: OverviewBody) => OverviewBody)[] = [
    (from) => from,
    (from) => ({ ...from, next: from.next.map((one) => ({ ...one, places: one.places.slice(0, 1) })) }),
    (from) => ({ ...from, cleanups: from.cleanups.map(({ filter: _, ...cleanup }) => cleanup) }),
    (from) => ({ ...from, heard: from.heard.slice(0, 3) }),
    (from) => ({ ...from, next: from.next.map((one) => ({ ...one, places: [] })) }),
    (from) => ({ ...from, next: from.next.slice(0, 3) }),
    (from) => ({ ...from, heard: from.heard.slice(0, 1), cleanups: from.cleanups.slice(0, 3) }),
    (from) => ({ ...from, next: from.next.slice(0, 1) }),
  ];
  let smaller = body;
  for (const step of steps) {
    smaller = step(smaller);
    if (Buffer.byteLength(JSON.stringify(smaller)) <= maxBytes) break;
  }
  return smaller;
}
