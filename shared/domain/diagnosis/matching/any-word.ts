/**
 * An expression for any of these words, each of them whole. A word is itself an expression, for folded text.
 *
 * The boundaries are spelled out, because `\b` takes `æ` and `ø` for the end of a word.
 */
export function anyWord(words: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\w\u00df-\uffff])(?:${words.join('|')})(?![\w\u00df-\uffff])`);
}
