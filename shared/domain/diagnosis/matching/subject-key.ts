import type { DiagnosisSubject } from '../diagnosis.ts';
import { recordNames } from './record-names.ts';

/** What matching changes in a text besides its case: entities, line breaks, JSON, accents, double spaces. */
const changes = /[^ -~]|[<&\\{]| {2}/;

/**
 * A key that two subjects share only if they have the same diagnosis: the message, the tables and the mapping, and what
 * the message may contain of the names of the records. Most messages name no record, so all of their reports share one.
 */
export function subjectKey(subject: DiagnosisSubject): string {
  const { message, mapping, direction, source, destination } = subject;
  return JSON.stringify([
    message,
    mapping,
    direction,
    source?.table,
    destination?.table,
    ...namesThatCount(subject),
  ]);
}

function namesThatCount(subject: DiagnosisSubject): readonly string[] {
  const names = recordNames(subject);
  if (names.length === 0 || changes.test(subject.message)) return names;
  const lower = subject.message.toLowerCase();
  return names.filter((name) => changes.test(name) || lower.includes(name.toLowerCase()));
}
