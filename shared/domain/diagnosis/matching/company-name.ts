import { builtOnce } from './built-once.ts';

const legalForms = [
  'Ltd',
  'Limited',
  'Inc',
  'Corp',
  'Corporation',
  'LLC',
  'LLP',
  'PLC',
  'Plc',
  'GmbH',
  'AG',
  'KG',
  'OHG',
  'BV',
  'B\\.V',
  'NV',
  'N\\.V',
  'VOF',
  'SA',
  'S\\.A',
  'SAS',
  'SARL',
  'SRL',
  'S\\.L',
  'SL',
  'ApS',
  'A/S',
  'AS',
  'AB',
  'Oy',
  'Holding',
  'Holdings',
];

/** Up to three capitalized words, and the legal form of a company. */
const restOfName = builtOnce(
  () =>
    new RegExp(
      String.raw`^(?: [\p{Lu}&][\p{L}&.'-]{0,30}){0,3},? (?:${legalForms.join('|')})(?![\p{L}\p{N}])`,
      'u',
    ),
);

/** Whether a text continues as the name of a company does, such as " Records Ltd"; the text is not folded. */
export function continuesCompanyName(after: string): boolean {
  return restOfName().test(after);
}

const wholeName = builtOnce(
  () =>
    new RegExp(
      String.raw`(?:[\p{Lu}\p{N}&][\p{L}\p{N}&.'-]{0,30} ){0,4}\p{Lu}[\p{L}&.'-]{0,30},? (?:${legalForms.join('|')})(?![\p{L}\p{N}])`,
      'gu',
    ),
);

/** A text with spaces instead of the names of companies; positions stay as they are. The text is not folded. */
export function withoutCompanyNames(text: string): string {
  return text.replaceAll(wholeName(), (name) => ' '.repeat(name.length));
}
