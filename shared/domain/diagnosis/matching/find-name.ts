import { nameJudgement } from '../catalogue/codes.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';
import { anyWord } from './any-word.ts';
import { builtOnce } from './built-once.ts';
import { type CodeMatch, countsAt } from './find-code.ts';
import type { PreparedMessage } from './prepared-message.ts';

/** A name that may stand for a code, such as `DuplicateRecord` or `invalid_grant`. */
const codeName =
  /(?<![\p{L}\p{N}_])(?:[A-Z][a-z]+[A-Z][A-Za-z0-9]{2,80}|[a-z]{7,12}_[a-z]{5,8})(?![\p{L}\p{N}_])/gu;

/** The first name of a code in a message that says what failed. */
export function findCodeName(message: PreparedMessage, subject: DiagnosisSubject): CodeMatch | undefined {
  const { clean, start, inner } = message;
  const text = clean.text.slice(start, start + inner.length);
  for (const { 0: name, index } of text.matchAll(codeName)) {
    const judgement = nameJudgement(name);
    if (!judgement || !countsAt(message, start + index, name.length, subject)) continue;
    return { ...judgement, code: name, evidence: name, generic: false };
  }
  return undefined;
}

/** A right on a row, as Dataverse names it. */
const accessRight =
  /(?<![\p{L}\p{N}_])(?:Create|Read|Write|Append|AppendTo|Delete|Assign|Share)Access(?![\p{L}\p{N}_])/gu;

const denied = builtOnce(() =>
  anyWord([
    ...[
      'not',
      'no',
      'lacks?',
      'missing',
      'without',
      'denied',
      'niet',
      'geen',
      'mist',
      'ontbreekt',
      'geweigerd',
    ],
    ...[
      'nicht',
      String.raw`kein\w{0,2}`,
      'fehlt',
      'fehlen',
      'verweigert',
      'pas',
      'aucun',
      'manque',
      'refuse',
    ],
    ...[
      'no tiene',
      'falta',
      'faltan',
      'sin',
      'denegado',
      'ikke',
      'mangler',
      'nægtet',
      'nektet',
      'inte',
      'saknar',
    ],
    ...['saknas', 'nekad', 'non', 'manca', 'negato', 'nao', 'negado'],
  ]),
);

/** How far from the right its denial may be, in UTF-16 units. */
const maxDistance = 160;

/** The right on a row that a message says somebody lacks, such as "WriteAccess", in any language. */
export function findAccessRight(message: PreparedMessage, subject: DiagnosisSubject): CodeMatch | undefined {
  const { clean, start, inner } = message;
  const text = clean.text.slice(start, start + inner.length);
  if (!text.includes('Access')) return undefined;
  for (const { 0: right, index } of text.matchAll(accessRight)) {
    const around = inner.slice(Math.max(0, index - maxDistance), index + right.length + maxDistance);
    if (!denied().test(around) || !countsAt(message, start + index, right.length, subject)) continue;
    return { cause: 'missing-privilege', resolver: undefined, code: right, evidence: right, generic: false };
  }
  return undefined;
}
