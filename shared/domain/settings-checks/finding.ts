import * as z from 'zod';
import { causes } from '../diagnosis/causes.ts';
import { checkIds } from './check-ids.ts';
import { unavailableReasons } from './settings-snapshot.ts';

/** What a check can come to. */
const findingStatuses = ['pass', 'warn', 'fail', 'skipped'] as const;
/** One of the outcomes of a check; also the verdict over all of them. */
export type FindingStatus = (typeof findingStatuses)[number];

/** Why a check was skipped. */
const skipReasons = ['not-applicable', 'depends-on', ...unavailableReasons] as const;
/** One of the reasons why a check was skipped. */
export type SkipReason = (typeof skipReasons)[number];

/** One result of the validator: one check, and one subject where it has several. */
export const finding = z
  .strictObject({
    check: z.enum(checkIds),
    status: z.enum(findingStatuses),
    reason: z
      .enum(skipReasons)
      .optional()
      .describe('With skipped: why; not-applicable does not count for the verdict'),
    subject: z
      .string()
      .optional()
      .describe('What was checked: a user, a security role, a privilege, a currency'),
    seen: z.string().describe('What was seen'),
    remedy: z.string().optional().describe('What to do; always with warn and fail'),
    documentation: z.url().describe('Page that explains the setting'),
    causes: z.array(z.enum(causes)).describe('Causes of errors that this check accounts for'),
    explains: z.int().min(0).describe('Open errors of those causes now; 0 unless the status is warn or fail'),
  })
  .meta({ id: 'Finding' });

/** Output shape of {@link finding}. */
export type Finding = z.output<typeof finding>;

/** All findings of one run. */
export const validation = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime().describe('When the run began, UTC'),
    verdict: z.enum(findingStatuses).describe('The worst of the findings: fail, warn, skipped, pass'),
    findings: z.array(finding),
  })
  .meta({ id: 'Validation' });

/** Output shape of {@link validation}. */
export type Validation = z.output<typeof validation>;
