import { type Cause, causeTable, likelyPrefix } from '../causes.ts';
import type { Diagnosis, DiagnosisSubject } from '../diagnosis.ts';
import { namesCompany } from '../matching/company-name.ts';
import { addressesPerson } from '../matching/match-rule.ts';
import { endsWithNegation } from '../matching/negation.ts';
import type { PreparedMessage } from '../matching/prepared-message.ts';
import { isQuotedOrResolved } from '../matching/quotations.ts';
import { tableOf } from '../rules/keys.ts';
import { conceptsIn } from './concepts.ts';
import { type LikelyCause, likelyCause, type Weights } from './likely-cause.ts';

/** How probable a cause must be. On held-back sources more than 95 of 100 answers above it are right. */
export const likelyThreshold = 0.7;

/** A longer text is a letter or a log, not an error. */
const maxLength = 600;

/** Concepts that say by themselves that something failed. */
const failures: readonly string[] = [
  ...[
    'missing',
    'expired',
    'disabled',
    'deleted',
    'blocked',
    'inactive',
    'lock',
    'timeout',
    'duplicate',
    'exceed',
  ],
  ...['insufficient', 'unexpected', 'plugin'],
];

/** Concepts that say together with others that something failed. */
const refusals: readonly string[] = [
  'not',
  'must',
  'already',
  'invalid',
  'differ',
  'closedconnection',
  'unavailable',
];

/** Concepts that a cause needs, because its words are everyday ones. */
const needed: Readonly<Partial<Record<Cause, readonly string[]>>> = {
  'connection-disabled': ['app'],
  'ownership-mismatch': ['owner', 'app', 'differ'],
  'environment-unavailable': ['organization', 'address', 'app'],
};

/** The cause that the words of a message speak for; undefined where the message does not report a failure. */
export function likelyAnswer(message: PreparedMessage, weights?: Weights): LikelyCause | undefined {
  const { inner } = message;
  if (!mayBeError(message)) return undefined;
  const concepts = conceptsIn(inner);
  const failed = failures.flatMap((name) => concepts.get(name) ?? []);
  if (failed.length === 0 && !refusals.some((name) => concepts.has(name))) return undefined;
  if (failed.some((word) => endsWithNegation(inner.slice(0, inner.indexOf(word))))) return undefined;
  const likely = likelyCause(concepts, weights);
  if (!likely) return undefined;
  const required = needed[likely.cause];
  return required && !required.some((name) => concepts.has(name)) ? undefined : likely;
}

/**
 * The diagnosis that the words of a message leave little doubt about; undefined where they do, and where somebody
 * quotes an error, or the message names another product.
 */
export function findLikely(message: PreparedMessage, subject: DiagnosisSubject): Diagnosis | undefined {
  const likely = likelyAnswer(message);
  if (!likely || likely.probability < likelyThreshold) return undefined;
  const { cause, words } = likely;
  const { scope, resolver } = causeTable[cause];
  return {
    cause,
    key: `${likelyPrefix}${scope === 'mapping' ? tableOf(subject) : ''}`,
    resolver,
    evidence: [...new Set(words)].join(' … '),
    certainty: 'likely',
  };
}

/** A negation before what failed: nothing failed. */
const noError =
  /(?<![\w\u00df-\uffff])(?:no|without|geen|zonder|kein\w{0,2}|ohne|aucune?|sans|ningun|sin|ingen|uden|inga|utan|nessun|senza|nenhum|sem) (?:\S{1,20} )?(?:errors?|fout(?:en)?|fehler|erreurs?|error(?:es)?|fejl|fel|feil|error[ei]|erros?)(?![\w\u00df-\uffff])/;

/** Whether a message may be an error: nobody quotes it, asks about it or says that it is over. */
function mayBeError({ clean, inner, surroundings }: PreparedMessage): boolean {
  return (
    inner.length <= maxLength &&
    !inner.trimEnd().endsWith('?') &&
    !surroundings.isQuotationAt(clean.folded.length) &&
    !surroundings.namesOtherProduct &&
    !isQuotedOrResolved(clean.folded) &&
    !noError.test(inner) &&
    !addressesPerson(clean.folded) &&
    !namesCompany(clean.text)
  );
}
