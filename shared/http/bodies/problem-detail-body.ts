import * as z from 'zod';
import { explain } from '../../domain/diagnosis/explain.ts';
import type { LinkSettings } from '../../domain/links/record-link.ts';
import type { DecisionStep, EntryStatus } from '../../domain/problems/decision.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { checkIds } from '../../domain/settings-checks/check-ids.ts';
import { findingStatuses, type Validation } from '../../domain/settings-checks/finding.ts';
import { stepBody, toStepBody } from './decision-body.ts';
import { entryBody, moment, toEntryBody } from './entry-body.ts';
import { type ProblemBodyOptions, problemBody, type ToldProblem, toProblemBody } from './problem-body.ts';

export const checkBody = z
  .strictObject({
    check: z.enum(checkIds),
    status: z.enum(findingStatuses).optional().describe('How it stood at the last live validation'),
    at: moment.optional(),
  })
  .meta({ id: 'ProblemCheck' });

/** A decided problem with what was decided so far. */
export const decidedProblemBody = problemBody
  .extend({ history: z.array(stepBody) })
  .meta({ id: 'DecidedProblem' });

/** A problem with what to do, its decisions so far and its newest entries. */
export const problemDetailBody = problemBody
  .extend({
    explanation: z.string(),
    steps: z.array(z.string()).describe('What to do, in order'),
    documentation: z.string().optional().describe('A page that says more'),
    checks: z.array(checkBody).describe('Checks of the validator that would confirm it'),
    history: z.array(stepBody),
    samples: z.array(entryBody),
  })
  .meta({ id: 'ProblemDetail' });

/** What one problem adds to a problem of a list. */
export interface ToldDetail extends ToldProblem {
  readonly history: readonly DecisionStep[];
  readonly samples: readonly { readonly entry: ErrorEntry; readonly status: EntryStatus }[];
  readonly validation: Validation | undefined;
}

export function toProblemDetailBody(
  told: ToldDetail,
  { language }: Pick<ProblemBodyOptions, 'language'>,
  links: LinkSettings,
): z.output<typeof problemDetailBody> {
  const { cause, key, resolver } = told.problem.traits;
  const explained = explain({ cause, key, resolver, evidence: '' }, language);
  return {
    ...toProblemBody(told, { language, series: 'hour', withSteps: false }),
    explanation: explained.explanation,
    steps: [...explained.steps],
    documentation: explained.documentation,
    checks: checksOf(explained.checks, told.validation),
    history: told.history.map(toStepBody),
    samples: told.samples.map(({ entry, status }) => toEntryBody(entry, status, language, links)),
  };
}

/** Checks with how they stood at the last live validation. */
export function checksOf(
  checks: readonly z.output<typeof checkBody>['check'][],
  validation: Validation | undefined,
): z.output<typeof checkBody>[] {
  return checks.map((check) => ({ check, ...statusOf(check, validation) }));
}

/** The worst finding of a check comes first in its order of statuses. */
const worstFirst = ['fail', 'warn', 'skipped', 'pass'] as const;

function statusOf(check: string, validation: Validation | undefined) {
  const statuses = validation?.findings.filter((one) => one.check === check).map(({ status }) => status);
  const status = worstFirst.find((one) => statuses?.includes(one));
  return validation && status ? { status, at: validation.at } : {};
}
