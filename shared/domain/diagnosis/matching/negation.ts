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

/** That a state is over, for folded text. */
const over =
  /(?<![\w\u00df-\uffff])(?:no longer|niet (?:langer|meer)|nicht (?:mehr|langer)|ikke (?:lenger|længere)|inte langre|ya no|n'est plus|ne sont plus|non e piu|ja nao)(?![\w\u00df-\uffff])/;

/** Whether a folded text says that a state is over, as in "is no longer blocked". */
export function isOver(folded: string): boolean {
  return over.test(folded);
}

/** That nothing is missing, for folded text. */
const lacksNothing =
  /(?<![\w\u00df-\uffff])(?:lacks?|missing|mist|ontbre\w{1,5}|fehl(?:en|t)|mangler|saknar?s?|manqu\w{1,3}|manca(?:no)?|faltan?) (?:d')?(?:any|geen|kein\w{0,2}|aucune?|ingen|inga|nessun[oa]?|ningun[oa]?|nenhuma?)(?![\w\u00df-\uffff])/;

/** Whether a folded text says that nothing is missing, as in "is not missing any privilege". */
export function isComplete(folded: string): boolean {
  return lacksNothing.test(folded);
}
