/** The words of a folded text. By character codes, because every text pays for it. */
export function wordsOf(folded: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let index = 0; index < folded.length; index += 1)
    if (isWordCode(folded.charCodeAt(index))) {
      if (start === -1) start = index;
    } else if (start !== -1) {
      words.push(folded.slice(start, index));
      start = -1;
    }
  if (start !== -1) words.push(folded.slice(start));
  return words;
}

/** Whether a character is a part of a word: a to z, 0 to 9, the underscore, æ, ø or ß. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
  return code === 0xe6 || code === 0xf8 || code === 0xdf;
}
