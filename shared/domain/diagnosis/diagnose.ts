import type { Diagnosis, DiagnosisSubject } from './diagnosis.ts';
import { normalizeMessage } from './message-normalization.ts';

/** Version of the rules; stored with each entry, so that a changed rule never moves old ones. */
export const rulesVersion = 1;

/** What a report says about its cause; never guesses: a text that no rule recognizes is `unclassified`. */
export function diagnose(subject: DiagnosisSubject): Diagnosis {
  return {
    cause: 'unclassified',
    key: normalizeMessage(subject.message),
    resolver: 'unknown',
    evidence: '',
  };
}
