const formulaStart = /[=+\-@＝＋－＠]/;

/**
 * A text that no spreadsheet reads as a formula, whether it splits the file at commas or at semicolons: an apostrophe
 * stands before each part that begins like one (OWASP, CSV injection). Parts begin at the start of the text, and after a
 * comma, semicolon or line break, because a reader with the other separator starts a cell there.
 */
export function guardFormulas(text: string): string {
  const guarded = /^[\t\r\n]/.test(text) ? `'${text}` : text;
  if (!formulaStart.test(guarded)) return guarded;
  const parts: string[] = [];
  let copied = 0;
  // Where the current part begins; undefined once it has a character that is no space and no quote.
  let start: number | undefined = 0;
  for (let at = 0; at < guarded.length; at++) {
    const character = guarded.charAt(at);
    if (',;\r\n'.includes(character)) start = at + 1;
    else if (start === undefined || character === '"' || character.trim() === '') continue;
    else {
      if (formulaStart.test(character)) {
        parts.push(guarded.slice(copied, start), "'");
        copied = start;
      }
      start = undefined;
    }
  }
  parts.push(guarded.slice(copied));
  return parts.join('');
}
