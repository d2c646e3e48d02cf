import type { Cause } from '../diagnosis/causes.ts';
import { checksOfProblem } from '../diagnosis/causes.ts';
import type { CheckId } from './check-ids.ts';
import { normalizedCode } from './currency-code.ts';

/** What the checks need of an open problem. */
export interface OpenProblem {
  readonly cause: Cause;
  /** What the problem is about, such as a privilege or a currency; may be empty. */
  readonly key: string;
  /** Company of Business Central; empty or absent if the problem is not about one company. */
  readonly company?: string;
  /** Number of its errors. */
  readonly count: number;
}

/**
 * The number of open errors that a failed check explains, by their cause and key: a check of the password explains an
 * expired password and no other failure to sign in. A likely cause is explained by no check. If the check is about one
 * subject of many, such as a currency, errors that name another subject do not count.
 */
export function explainedErrors(
  check: CheckId,
  errorKey: string | undefined,
  openProblems: readonly OpenProblem[],
): number {
  return openProblems
    .filter(({ cause, key }) => checksOfProblem(cause, key).includes(check))
    .filter(({ key }) => errorKey === undefined || key === '' || sameKey(key, errorKey))
    .reduce((sum, { count }) => sum + count, 0);
}

/** The problems of a company, and those that are not about one company; all problems without a company. */
export function problemsOf(
  company: string | undefined,
  openProblems: readonly OpenProblem[],
): readonly OpenProblem[] {
  if (company === undefined) return openProblems;
  return openProblems.filter((problem) => !problem.company || sameKey(problem.company, company));
}

const privilegeName = /^prv[a-z]\w*$/i;

/** The privileges that open problems name, such as `prvReadAccount`; sorted, without duplicates. */
export function namedPrivileges(openProblems: readonly OpenProblem[]): string[] {
  const keys = openProblems.filter(({ cause }) => cause === 'missing-privilege').map(({ key }) => key);
  return distinct(keys.filter((key) => privilegeName.test(key)));
}

// Business Central's currency codes have at most ten characters.
const currencyCode = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,9}$/u;

/** The codes of currencies that open problems name, such as `USD`; sorted, without duplicates. */
export function namedCurrencies(openProblems: readonly OpenProblem[]): string[] {
  const keys = openProblems
    .filter(({ cause }) => cause === 'exchange-rate-missing' || cause === 'currency-setup-missing')
    .map(({ key }) => normalizedCode(key));
  return distinct(keys.filter((key) => currencyCode.test(key)));
}

function distinct(keys: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const key of keys) if (!first.has(key.toLowerCase())) first.set(key.toLowerCase(), key);
  return [...first.values()].sort();
}

function sameKey(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
