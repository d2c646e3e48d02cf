import * as z from 'zod';
import { causes } from '../diagnosis/causes.ts';
import { checkIds } from './check-ids.ts';
import { unavailableReasons } from './fact-group.ts';

export const findingStatuses = ['pass', 'warn', 'fail', 'skipped'] as const;
/** The result of a check; also the verdict of all checks together. */
export type FindingStatus = (typeof findingStatuses)[number];

const skipReasons = ['not-applicable', 'depends-on', ...unavailableReasons] as const;
/** Why a check was skipped. */
export type SkipReason = (typeof skipReasons)[number];

/** One result of the validator: of one check, and of one subject if the check has several. Lazy: built when first used. */
export const finding = z.lazy(() =>
  z
    .strictObject({
      check: z.enum(checkIds),
      status: z.enum(findingStatuses),
      reason: z
        .enum(skipReasons)
        .optional()
        .describe('Why the check was skipped. not-applicable does not count for the verdict'),
      subject: z
        .string()
        .optional()
        .describe('What was checked: a user, a security role, a privilege, a currency or a job'),
      company: z
        .string()
        .optional()
        .describe(
          'Company of Business Central; absent if the check is about no company, or if only one company is checked',
        ),
      seen: z.string().describe('What was seen'),
      remedy: z.string().optional().describe('What to do; always given with warn and fail'),
      documentation: z.url().describe('Page that explains the setting'),
      causes: z.array(z.enum(causes)).describe('Causes of errors that this setting can explain'),
      explains: z
        .int()
        .min(0)
        .describe('Number of open errors with these causes; 0 unless the status is warn or fail'),
    })
    .meta({ id: 'Finding' }),
);

/** Checked {@link finding}. */
export type Finding = z.output<typeof finding>;

const validationSources = ['live', 'snapshot'] as const;
/** Where the facts of a validation come from. */
export const validationSource = z
  .enum(validationSources)
  .describe(
    'Where the facts come from: read live from the three systems, or from a snapshot that a caller sent',
  );
/** One of the sources of facts. */
export type ValidationSource = z.output<typeof validationSource>;

/** All findings of one run. Lazy: built when first used. */
export const validation = z.lazy(() =>
  z
    .strictObject({
      id: z.string(),
      at: z.iso.datetime().describe('When the run began, UTC'),
      source: validationSource,
      verdict: z.enum(findingStatuses).describe('The worst of the findings: fail, warn, skipped, pass'),
      findings: z.array(finding),
    })
    .meta({ id: 'Validation' }),
);

/** Checked {@link validation}. */
export type Validation = z.output<typeof validation>;
