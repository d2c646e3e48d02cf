import { type Cause, causeTable, likelyPrefix } from '../causes.ts';
import type { Diagnosis, DiagnosisSubject } from '../diagnosis.ts';
import { beginsWithOtherName } from '../matching/leading-name.ts';
import { addressesPerson } from '../matching/match-rule.ts';
import { endsWithNegation } from '../matching/negation.ts';
import type { PreparedMessage } from '../matching/prepared-message.ts';
import { isTalk } from '../matching/quotations.ts';
import { tableOf } from '../rules/keys.ts';
import { featuresOf, plainWords, readConcepts, separator } from './features.ts';
import { type LikelyCause, likelyCause, type Weights } from './likely-cause.ts';

/** How probable a cause must be. On held-back sources more than 95 of 100 answers above it are right. */
export const likelyThreshold = 0.65;

/** A longer text is a letter or a log, not an error. */
const maxLength = 700;

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
  ...['insufficient', 'unexpected', 'plugin', 'conflict'],
];

/** Concepts, or several of them, that say together with others that something failed. */
const refusals: readonly string[] = [
  ...[
    'not',
    'must',
    'already',
    'invalid',
    'differ',
    'closedconnection',
    'unavailable',
    'refused',
    'error',
    'skipped',
  ],
  ...[
    'longer',
    'multiple',
    'specify',
    'admin',
    'first',
    'bidirectional+change',
    'change+lastsync',
    'renamed+unit',
    ...['unknown', 'length', 'otheruser', 'limit+requests', 'another+team'],
  ],
];

/** Concepts that nearly every text has. */
const common: readonly string[] = [
  'app',
  'error',
  'synchronize',
  'record',
  'created',
  'success',
  'retry',
  'note',
  'customer',
];

/** A text with fewer concepts says too little. */
const minConcepts = 2;

/** Concepts that a cause needs, because its words are everyday ones. */
const needed: Readonly<Partial<Record<Cause, readonly string[]>>> = {
  'connection-disabled': ['app'],
  'ownership-mismatch': ['owner', 'app', 'differ'],
  'environment-unavailable': ['organization', 'address', 'app'],
};

/** The cause that the words of a message speak for; undefined where the message does not report a failure. */
export function likelyAnswer(message: PreparedMessage, weights?: Weights): LikelyCause | undefined {
  const words = plainWords(message);
  return mayBeError(message, words) ? likelyOfWords(words, weights) : undefined;
}

function likelyOfWords(words: string, weights?: Weights): LikelyCause | undefined {
  const reading = readConcepts(words);
  const { concepts } = reading;
  if ([...concepts.keys()].filter((name) => !common.includes(name)).length < minConcepts) return undefined;
  const failed = failures.flatMap((name) => concepts.get(name) ?? []);
  const isRefusal = (names: string) => names.split('+').every((name) => concepts.has(name));
  if (failed.length === 0 && !refusals.some(isRefusal)) return undefined;
  if (failed.some((word) => endsWithNegation(words.slice(0, words.indexOf(word))))) return undefined;
  const likely = likelyCause(featuresOf(reading), weights);
  if (!likely) return undefined;
  const required = needed[likely.cause];
  return required && !required.some((name) => concepts.has(name)) ? undefined : likely;
}

/** The diagnosis that the words of an error leave little doubt about; undefined where they do. */
export function findLikely(words: string, subject: DiagnosisSubject): Diagnosis | undefined {
  const likely = likelyOfWords(words);
  if (!likely || likely.probability < likelyThreshold || likely.words.length === 0) return undefined;
  return likelyDiagnosis(likely.cause, likely.words.join(separator), subject);
}

/** The diagnosis for a cause that is only likely. */
export function likelyDiagnosis(cause: Cause, evidence: string, subject: DiagnosisSubject): Diagnosis {
  const { scope, resolver } = causeTable[cause];
  return {
    cause,
    key: `${likelyPrefix}${scope === 'mapping' ? tableOf(subject) : ''}`,
    resolver,
    evidence,
  };
}

/** A negation before what failed: nothing failed. */
const noError =
  /(?<![\w\u00df-\uffff])(?:no|without|any|geen|zonder|kein\w{0,2}|ohne|aucune?|sans|ningun|sin|ingen|uden|inga|utan|nessun|senza|nenhum|sem) (?:\S{1,20} ){0,2}(?:errors?|problems?|issues?|conflicts?|fout(?:en)?|problem(?:en|e|er|as|i)?|conflicten|fehler|konflikter?|erreurs?|problemes?|conflits?|error(?:es)?|conflictos|fejl|fel|feil|error[ei]|conflitti|erros?|conflitos)(?![\w\u00df-\uffff])/;

/** How many of something there are, for folded text. */
const count =
  /^\W*(?:number|count|total|aantal|anzahl|nombre|numero|antal|antall|quantidade)(?: |:)[^:]{0,60}: ?\d/;

/** Somebody's note, such as "Note interne : …". */
const writtenNote =
  /^\W*(?:internal |interne |eigen )?(?:note|memo|notitie|notiz|nota|notat|anteckning)(?: \w{1,12})? ?:/;

/** Whether a message may be an error: nobody quotes it, asks about it or says that it is over. */
export function mayBeError(message: PreparedMessage, words: string): boolean {
  const { clean, surroundings } = message;
  return (
    clean.text.length <= maxLength &&
    !clean.text.endsWith('?') &&
    !surroundings.namesOtherProduct &&
    !(surroundings.hasQuotation && isTalk(words)) &&
    !noError.test(words) &&
    !addressesPerson(words) &&
    !beginsWithOtherName(message) &&
    !count.test(words) &&
    !writtenNote.test(words)
  );
}
