import { causeTable } from './causes.ts';
import type { Diagnosis, DiagnosisSubject } from './diagnosis.ts';
import { translatedLabels } from './labels/all.ts';
import { builtOnce } from './matching/built-once.ts';
import { cleanText } from './matching/clean-text.ts';
import { isCut } from './matching/cut-message.ts';
import { matchRule } from './matching/match-rule.ts';
import { normalizeMessage } from './matching/message-normalization.ts';
import { indexRules } from './matching/rule-index.ts';
import { allRules } from './rules/all.ts';

/** Version of the rules. It is stored with each entry, so that a changed rule does not move old entries. */
export const rulesVersion = 1;

const index = builtOnce(() => indexRules(allRules(), translatedLabels()));

/** Finds the cause of a reported error. It never guesses: a text that no rule recognizes is `unclassified`. */
export function diagnose(subject: DiagnosisSubject): Diagnosis {
  const match = matchRule(cleanText(subject.message), index(), isCut(subject.message));
  if (!match)
    return {
      cause: 'unclassified',
      key: normalizeMessage(subject.message),
      resolver: 'unknown',
      evidence: '',
    };
  const { rule, captures, evidence } = match;
  return {
    cause: rule.cause,
    key: rule.key?.(captures, subject) ?? '',
    resolver: rule.resolver ?? causeTable[rule.cause].resolver,
    evidence,
  };
}
