import type { Resolver } from './cause.ts';
import { defaultResolver } from './default-resolver.ts';
import type { Diagnosis, DiagnosisSubject } from './diagnosis.ts';
import { cleanText } from './matching/clean-text.ts';
import { isCut } from './matching/cut-message.ts';
import { matchRule } from './matching/match-rule.ts';
import { normalizeMessage } from './matching/message-normalization.ts';
import { indexRules, type RuleIndex } from './matching/rule-index.ts';
import { rules } from './rules/all.ts';

/** Version of the rules; stored with each entry, so that a changed rule never moves old ones. */
export const rulesVersion = 1;

// Made when the first text comes: a cold start that only lists, or answers a probe, need not wait for it.
let index: RuleIndex | undefined;

/** What a report says about its cause; never guesses: a text that no rule recognizes is `unclassified`. */
export function diagnose(subject: DiagnosisSubject): Diagnosis {
  index ??= indexRules(rules);
  const match = matchRule(cleanText(subject.message), index, isCut(subject.message));
  if (!match)
    return {
      cause: 'unclassified',
      key: normalizeMessage(subject.message),
      resolver: 'unknown',
      evidence: '',
    };
  const { rule, captures, evidence } = match;
  const resolver: Resolver = rule.resolver ?? defaultResolver[rule.cause];
  return { cause: rule.cause, key: rule.key?.(captures, subject) ?? '', resolver, evidence };
}
