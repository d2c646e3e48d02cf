import { hash } from 'node:crypto';
import * as z from 'zod';
import { type Cause, causeTable, type Resolver } from '../diagnosis/causes.ts';
import type { Direction } from '../reports/error-report.ts';
import { base32 } from '../reports/ulid.ts';

const problemIdLength = 16;

/** The id of a problem: 16 characters of Crockford base 32. */
export const problemId = z
  .string()
  .regex(
    /^[0-9A-HJKMNP-TV-Z]{16}$/,
    'Not an id of a problem: 16 characters of Crockford base 32 in upper case',
  )
  .meta({ description: 'Id of a problem', example: '4CB1PHX0V7T4G2NQ' });

/** Where a problem occurs; an empty text stands for what a report left out. */
export interface Place {
  readonly company: string;
  readonly mapping: string;
  readonly direction: Direction | '';
}

/** What is known of one problem in one place. */
export interface PairFacts extends Place {
  readonly environment: string;
  readonly cause: Cause;
  readonly key: string;
  readonly resolver: Resolver;
}

/** What all entries of one problem have in common; of its place only what the scope of its cause names. */
export interface ProblemTraits {
  readonly environment: string;
  readonly cause: Cause;
  readonly key: string;
  readonly resolver: Resolver;
  readonly company?: string | undefined;
  readonly mapping?: string | undefined;
  readonly direction?: Direction | '' | undefined;
}

/** The traits of the problem that a pair belongs to. */
export function traitsOf({ environment, cause, key, resolver, ...place }: PairFacts): ProblemTraits {
  return { environment, cause, key, resolver, ...scopedPlace(cause, place) };
}

/** The part of a place that makes the identity of a problem: what one repair reaches is one problem. */
function scopedPlace(cause: Cause, { company, mapping, direction }: Place): Partial<Place> {
  const { scope } = causeTable[cause];
  if (scope === 'environment') return {};
  return scope === 'company' ? { company } : { company, mapping, direction };
}

/** Ids by facts: few pairs have many errors, and hashing takes a tenth of the time that storing one does. */
const knownPairIds = new Map<string, string>();
const maxKnownPairIds = 5000;

/**
 * The id of a pair of problem and place: the problem's id and 8 characters for the place, so that the pairs of a problem
 * are one range.
 */
export function pairIdOf(facts: PairFacts): string {
  const { environment, cause, key, resolver, company, mapping, direction } = facts;
  const identity = JSON.stringify([environment, cause, key, resolver, company, mapping, direction]);
  const known = knownPairIds.get(identity);
  if (known !== undefined) return known;
  if (knownPairIds.size >= maxKnownPairIds) knownPairIds.clear();
  const id = computedPairId(facts);
  knownPairIds.set(identity, id);
  return id;
}

function computedPairId(facts: PairFacts): string {
  const { environment, cause, key, resolver, company, mapping, direction } = facts;
  const problem = digest([environment, cause, key, resolver, scopedPlace(cause, facts)]);
  return problem + digest([company, mapping, direction]).slice(0, 8);
}

function digest(parts: readonly unknown[]): string {
  return base32(hash('sha256', JSON.stringify(parts), 'buffer'));
}

/** The shape of a pair's id. */
export const pairIdPattern = /^[0-9A-HJKMNP-TV-Z]{24}$/;

/** The problem that a pair belongs to. */
export function problemIdOf(pairId: string): string {
  return pairId.slice(0, problemIdLength);
}
