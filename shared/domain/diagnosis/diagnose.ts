import { causeTable } from './causes.ts';
import type { Diagnosis, DiagnosisSubject } from './diagnosis.ts';
import { translatedLabels } from './labels/all.ts';
import { builtOnce } from './matching/built-once.ts';
import { cleanText } from './matching/clean-text.ts';
import { isCut } from './matching/cut-message.ts';
import { matchRule } from './matching/match-rule.ts';
import { keepingRecent } from './matching/recent-results.ts';
import { indexRules } from './matching/rule-index.ts';
import { textKey } from './matching/text-key.ts';
import { allRules } from './rules/all.ts';

/** Version of the rules. It is stored with each entry, so that a changed rule does not move old entries. */
export const rulesVersion = 1;

const index = builtOnce(() => indexRules(allRules(), translatedLabels()));

/** Finds the cause of a reported error. It never guesses: a text that no rule recognizes is `unclassified`. */
export function diagnose(subject: DiagnosisSubject): Diagnosis {
  return diagnosisOf(subject, readMessage(subject.message));
}

const readRecent = keepingRecent(readMessage);

/** The same, faster for messages that were diagnosed a little while ago. */
export function diagnoseAgain(subject: DiagnosisSubject): Diagnosis {
  return diagnosisOf(subject, readRecent(subject.message));
}

/** What the message alone says: the rule that it matches, or the key of an unknown text. */
function readMessage(message: string) {
  const match = matchRule(cleanText(message), index(), isCut(message));
  return match ? { match } : { key: textKey(message) };
}

function diagnosisOf(subject: DiagnosisSubject, read: ReturnType<typeof readMessage>): Diagnosis {
  if (!read.match) return { cause: 'unclassified', key: read.key, resolver: 'unknown', evidence: '' };
  const { rule, captures, evidence } = read.match;
  return {
    cause: rule.cause,
    key: rule.key?.(captures, subject) ?? '',
    resolver: rule.resolver ?? causeTable[rule.cause].resolver,
    evidence,
  };
}
