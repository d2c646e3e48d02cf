/**
 * An expression for any of these words, each of them whole. A word is itself an expression, for folded text.
 *
 * The boundaries are spelled out, because `\b` takes `æ` and `ø` for the end of a word.
 */
export function anyWord(words: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\w\u00df-\uffff])(?:${byFirstLetter(words)})(?![\w\u00df-\uffff])`);
}

/**
 * The words as alternatives, those with the same first letter together: with hundreds of words, most positions of a text
 * are ruled out by one comparison a letter.
 */
function byFirstLetter(words: readonly string[]): string {
  const byLetter = Map.groupBy(words, (word) => /^[a-zæøß](?![?*+{])/.exec(word)?.[0] ?? '');
  return [...byLetter]
    .map(([letter, own]) => `${letter}(?:${own.map((word) => word.slice(letter.length)).join('|')})`)
    .join('|');
}
