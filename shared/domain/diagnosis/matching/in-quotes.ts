/** How far a quoted name reaches, in UTF-16 units. */
const maxName = 80;

/**
 * Whether a piece of a text is only a part of something in quotes, such as a name. Quotes after a colon or an equals
 * sign are those of an answer in JSON, and what is quoted on its own is not a part of a name.
 */
export function isInQuotedName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - maxName), start);
  const after = text.slice(end, end + maxName);
  for (const quote of ['"', "'"]) {
    const opening = before.lastIndexOf(quote);
    const closing = after.indexOf(quote);
    if (opening === -1 || closing === -1) continue;
    const own = before.slice(opening + 1) + after.slice(0, closing);
    const lead = before.slice(0, opening);
    if (own.trim() !== '' && !/[:=({[,]\s?$/.test(lead) && /(?:^|\s)$/.test(lead)) return true;
  }
  return false;
}
