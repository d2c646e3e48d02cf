import type { DiagnosisSubject } from '../diagnosis.ts';
import { fold } from './clean-text.ts';

/** The shortest name that is looked for; shorter ones are parts of words. */
const minName = 2;

/** What a report calls its records, longest first: their names, record ids and the keys in those. */
export function recordNames({ source, destination }: DiagnosisSubject): string[] {
  const names = [source, destination].flatMap((side) =>
    side ? [side.name, side.recordId, keyIn(side.recordId)] : [],
  );
  return [...new Set(names.map((name) => name?.trim() ?? ''))]
    .filter((name) => name.length >= minName)
    .sort((one, other) => other.length - one.length);
}

/** The key in a record id: "10000" in "Customer: 10000". */
function keyIn(recordId: string | undefined): string | undefined {
  return recordId?.replace(/^[^:]{1,100}: ?/, '');
}

/** Whether a position of a text is inside the name of one of the records of the report. */
export function isInRecordName(text: string, position: number, subject: DiagnosisSubject): boolean {
  const folded = fold(text);
  return recordNames(subject)
    .map((name) => fold(name))
    .some((name) => {
      for (let at = folded.indexOf(name); at !== -1 && at <= position; at = folded.indexOf(name, at + 1))
        if (position < at + name.length) return true;
      return false;
    });
}
