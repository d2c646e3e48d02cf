import { builtOnce } from './built-once.ts';

/** Words that deny what follows, as expressions for folded text. */
const negations = [
  'no',
  'not',
  'never',
  'without',
  'zero',
  '0',
  'nor',
  "isn't",
  "wasn't",
  // Dutch
  'geen',
  'niet',
  'zonder',
  // German
  'kein(?:e[nrms]?)?',
  'nicht',
  'ohne',
  // French
  'aucune?',
  'sans',
  'pas',
  // Spanish
  'sin',
  'ningun[oa]?',
  'no hay',
  // Danish
  'ingen',
  'ikke',
  'uden',
  // Italian
  'non',
  'senza',
  'nessun[oa]?',
  'alcun[oa]?',
  // Swedish and Norwegian
  'inte',
  'utan',
  'uten',
  'inga',
  // Portuguese
  'nao',
  'sem',
  'nenhum(?:a)?',
];

/** Words that may come between a negation and the word it denies. */
const between = ['a', 'any', 'more', 'further', 'longer', 'ein(?:e|en)?', 'de', 'un', 'una?', 'een'];

const negated = builtOnce(
  () =>
    new RegExp(
      String.raw`(?<![\w\u00df-\uffff])(?:${negations.join('|')})(?: (?:${between.join('|')}))?(?: \w{1,15})? ?$`,
    ),
);

/** Whether a folded text ends with a negation, as before "deadlock" in "without any deadlock". */
export function endsWithNegation(folded: string): boolean {
  return negated().test(folded);
}
