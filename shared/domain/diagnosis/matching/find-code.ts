import { faultJudgement, signInJudgement } from '../catalogue/codes.ts';
import type { Judgement } from '../catalogue/judgements.ts';
import { sqlCause } from '../catalogue/sql-numbers.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';
import { continuesCompanyName } from './company-name.ts';
import { isInQuotedName } from './in-quotes.ts';
import { endsWithNegation } from './negation.ts';
import type { PreparedMessage } from './prepared-message.ts';
import { isQuotedOrResolved } from './quotations.ts';
import { isInRecordName } from './record-names.ts';

/** A code in a message, and what it means. */
export interface CodeMatch extends Judgement {
  /** In hexadecimal and lower case, such as "0x80040237". */
  readonly code: string;
  readonly evidence: string;
  /** The code only says that something failed; the words say what. */
  readonly generic: boolean;
}

/** Codes that Dataverse gives to any error of custom code, SQL or the platform. */
const genericCodes = [
  '0x80040216', // an unexpected error
  '0x80040224', // an unexpected error of custom code
  '0x80040265', // custom code aborted the operation
  '0x80044150', // a SQL error
  '0x80041103', // an attribute that does not exist
  '0x80048d19', // an error in the payload
  '0x80060888', // an error in a query
];

/** A code in hexadecimal, with or without `0x`, or in decimal, with or without a sign. */
const anyCode = /(?<![\w.-])(?:0x)?8[0-9a-f]{7}(?![\w-])|(?<![\w.])-?214[678]\d{6}(?!\w)/gi;

/** A quick test: without a match there is no code. */
const mayHaveCode = /8[0-9a-f]{7}|214[678]\d{6}/;

/** What precedes a number that is a code and not the number of a record; folded. */
const codeWord =
  /(?:code|fout|fehler|erreur|error|errore|erro|fejl|fel|feil|hr|hresult|fault|codigo|codice|kode|kod|crm|fehlercode|foutcode|fejlkode)[ .:=#("'\]]{0,6}(?:nr\.? |no\.? )?$/;

/** The first code of Dataverse in a message that says what failed, else the first that is generic. */
export function findFaultCode(message: PreparedMessage, subject: DiagnosisSubject): CodeMatch | undefined {
  const { clean, inner, start } = message;
  if (!mayHaveCode.test(inner)) return undefined;
  let generic: CodeMatch | undefined;
  for (const { 0: spelled, index } of inner.matchAll(anyCode)) {
    const code = codeOf(spelled);
    const judgement = faultJudgement(code);
    if (!judgement) continue;
    const before = inner.slice(Math.max(0, index - 40), index);
    // Digits alone may be a customer or a telephone number.
    if (/^\d+$/.test(spelled) && !codeWord.test(before)) continue;
    if (endsWithNegation(inner.slice(Math.max(0, index - 60), index))) continue;
    if (!countsAt(message, start + index, spelled.length, subject)) continue;
    const evidence = clean.text.slice(start + index, start + index + spelled.length);
    if (!genericCodes.includes(code)) return { ...judgement, code, evidence, generic: false };
    generic ??= { ...judgement, code, evidence, generic: true };
  }
  return generic;
}

function codeOf(spelled: string): string {
  const lower = spelled.toLowerCase();
  if (lower.startsWith('0x')) return lower;
  if (lower.startsWith('8')) return `0x${lower}`;
  const number = Number(lower);
  const negative = `0x${(number > 0 ? -number : number >>> 0).toString(16)}`;
  if (number < 0) return negative;
  // Without its sign, a code is the absolute value or the unsigned one.
  const absolute = `0x${(-number >>> 0).toString(16)}`;
  return faultJudgement(absolute) ? absolute : `0x${number.toString(16)}`;
}

/** Whether a code at a position of the clean text counts: nobody quotes it, and it is no part of a name. */
export function countsAt(
  { clean, surroundings }: PreparedMessage,
  position: number,
  length: number,
  subject: DiagnosisSubject,
): boolean {
  const { text, folded } = clean;
  const end = position + length;
  return (
    !(
      surroundings.hasQuotation &&
      (surroundings.isQuotationAt(position) || isQuotedOrResolved(folded.slice(position, end + 300)))
    ) &&
    !surroundings.namesOtherProduct &&
    !continuesCompanyName(text.slice(end, end + 120)) &&
    !isInQuotedName(text, position, end) &&
    !isInRecordName(text, position, subject)
  );
}

/** A code of Microsoft Entra: AADSTS and a number, or the number in the list of an answer in JSON; folded. */
const signInCode = /(?<!\w)aadsts[ :-]{0,2}(\d{4,7})(?!\d)|"error_codes" ?: ?\[ ?(\d{4,7})(?!\d)/;

/** The first code of Microsoft Entra in a message. */
export function findSignInCode(message: PreparedMessage, subject: DiagnosisSubject): CodeMatch | undefined {
  const { clean, inner, start } = message;
  const found = signInCode.exec(inner);
  const number = found?.[1] ?? found?.[2];
  if (!found || !number || !countsAt(message, start + found.index, found[0].length, subject))
    return undefined;
  return {
    ...signInJudgement(number),
    code: `AADSTS${number}`,
    evidence: clean.text.slice(start + found.index, start + found.index + found[0].length),
    generic: false,
  };
}

/** What a text says before an error number of SQL Server, in any language; folded. */
const sqlNumber =
  /(?<!\w)(?:(?:errore|error|erreur|erro|fout|fejl|fel|feil) sql |sql ?(?:server)?[- ]{0,2}(?:(?:error|exception|fout|fehler|erreur|fejl|fel|feil|errore|erro)\w{0,4}[- ]{0,2})?(?:number|nummer|numero|numer|nr\.?|no\.?|code|num)? ?[:=#]{0,2} ?[("']?|sqlnumber ?[:=] ?|msg )(-?\d{1,5})(?![\dx-]|[.:,]\d)/g;

/** The first error number of SQL Server in a message. */
export function findSqlNumber(message: PreparedMessage, subject: DiagnosisSubject): CodeMatch | undefined {
  const { clean, inner, start } = message;
  if (!inner.includes('sql')) return undefined;
  for (const { 0: found, 1: number = '', index } of inner.matchAll(sqlNumber)) {
    // "SQL Server 2019" is a version, and "Msg 5" alone says nothing.
    if (/^sql ?(?:server)?[- ]{0,2}$/.test(found.slice(0, -number.length))) continue;
    if (!countsAt(message, start + index, found.length, subject)) continue;
    return {
      cause: sqlCause(Number(number)),
      resolver: undefined,
      code: `SQL ${number}`,
      evidence: clean.text.slice(start + index, start + index + found.length),
      generic: false,
    };
  }
  return undefined;
}
