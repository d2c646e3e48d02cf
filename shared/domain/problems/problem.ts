import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Cause, Resolver } from '../diagnosis/causes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Direction, ErrorReport } from '../reports/error-report.ts';
import { base32 } from '../reports/ulid.ts';

/** The id of a problem: 16 characters of Crockford base 32. */
export const problemId = z
  .string()
  .regex(
    /^[0-9A-HJKMNP-TV-Z]{16}$/,
    'Not an id of a problem: 16 characters of Crockford base 32 in upper case',
  )
  .meta({ description: 'Id of a problem', example: '4CB1PHX0V7T4G2NQ' });

/** What all entries of one problem have in common. */
export interface ProblemTraits {
  readonly company: string;
  readonly environment: string;
  readonly mapping: string;
  readonly direction: Direction | '';
  readonly cause: Cause;
  readonly key: string;
  readonly resolver: Resolver;
}

/** The traits of the problem that a report with this diagnosis belongs to. */
export function traitsOf(report: ErrorReport, diagnosis: Diagnosis): ProblemTraits {
  return {
    company: report.company,
    environment: report.environment ?? '',
    mapping: report.mapping ?? '',
    direction: report.direction ?? '',
    cause: diagnosis.cause,
    key: diagnosis.key,
    resolver: diagnosis.resolver,
  };
}

/** The id of the problem with these traits; the resolver does not take part. */
export function problemIdOf(traits: ProblemTraits): string {
  const { company, environment, mapping, direction, cause, key } = traits;
  return base32(
    hash('sha256', JSON.stringify([company, environment, mapping, direction, cause, key]), 'buffer'),
  );
}
