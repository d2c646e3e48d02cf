import { type Cause, causeTable, likelyPrefix } from '../causes.ts';
import type { Diagnosis, DiagnosisSubject } from '../diagnosis.ts';
import { fold } from '../matching/clean-text.ts';
import { addressesPerson } from '../matching/match-rule.ts';
import { endsWithNegation } from '../matching/negation.ts';
import type { PreparedMessage } from '../matching/prepared-message.ts';
import { isTalk } from '../matching/quotations.ts';
import { tableOf } from '../rules/keys.ts';
import { conceptOf } from './concepts.ts';
import { featuresOf, plainWords } from './features.ts';
import { type LikelyCause, likelyCause, type Weights } from './likely-cause.ts';

/** How probable a cause must be. On held-back sources more than 95 of 100 answers above it are right. */
export const likelyThreshold = 0.7;

/** A longer text is a letter or a log, not an error. */
const maxLength = 1200;

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
  const words = plainWords(message);
  if (!mayBeError(message, words)) return undefined;
  const features = featuresOf(words);
  const failed = failures.flatMap((name) => features.get(name) ?? []);
  if (process.env.GUARD === 'B' && failed.length === 0 && !refusals.some((name) => features.has(name)))
    return undefined;
  if (failed.some((word) => endsWithNegation(words.slice(0, words.indexOf(word))))) return undefined;
  const likely = likelyCause(features, weights);
  if (!likely) return undefined;
  const required = needed[likely.cause];
  return required && !required.some((name) => features.has(name)) ? undefined : likely;
}

/** What a message begins with, as other products do with their names. */
const leadingName = /^[\p{Lu}\p{N}][^:.;,"()[\]{}]{1,40}?[^\d:]: /u;

/** Whether a message begins with the name of something that the integration does not know. */
function beginsWithOtherName({ clean: { text } }: PreparedMessage): boolean {
  const name = leadingName.exec(text)?.[0];
  if (!name || process.env.LEAD === '0') return false;
  return !fold(name)
    .split(/[^\p{L}\p{N}'-]+/u)
    .some((word) => conceptOf(word, false).length > 0);
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
function mayBeError(message: PreparedMessage, words: string): boolean {
  const { clean, surroundings } = message;
  return (
    clean.text.length <= maxLength &&
    !clean.text.endsWith('?') &&
    !surroundings.namesOtherProduct &&
    !isTalk(words) &&
    !noError.test(words) &&
    !addressesPerson(words) &&
    !beginsWithOtherName(message)
  );
}
