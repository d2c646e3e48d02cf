import type { Cause } from '../diagnosis/causes.ts';
import { causesOf } from '../diagnosis/causes.ts';
import type { CheckId } from './check-ids.ts';
import { normalizedCode } from './currency-code.ts';

/** What the checks need to know of one open problem. */
export interface OpenProblem {
  readonly cause: Cause;
  /** What tells problems of one cause apart, such as a privilege or a currency; may be empty. */
  readonly key: string;
  /** Its errors. */
  readonly count: number;
}

/**
 * How many open errors a failed check accounts for: those of its causes. Where the check is about one subject of
 * many, such as a currency, errors that name another one do not count.
 */
export function explainedErrors(
  check: CheckId,
  errorKey: string | undefined,
  openProblems: readonly OpenProblem[],
): number {
  const causes = causesOf(check);
  return openProblems
    .filter(({ cause }) => causes.includes(cause))
    .filter(({ key }) => errorKey === undefined || key === '' || sameKey(key, errorKey))
    .reduce((sum, { count }) => sum + count, 0);
}

const privilegeName = /^prv[a-z]\w*$/i;

/** The privileges that open problems name, such as `prvReadAccount`, each once, by name. */
export function namedPrivileges(openProblems: readonly OpenProblem[]): string[] {
  const keys = openProblems.filter(({ cause }) => cause === 'missing-privilege').map(({ key }) => key);
  return distinct(keys.filter((key) => privilegeName.test(key)));
}

// Business Central's currency codes have at most ten characters.
const currencyCode = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,9}$/u;

/** The currencies that open problems name, such as `USD`, each once, by code. */
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
