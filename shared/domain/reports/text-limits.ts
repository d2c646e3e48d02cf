/** The text with every lone surrogate replaced by U+FFFD, so that it survives UTF-8. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/**
 * The text, at most `limit` UTF-16 units long. A longer one ends in the marker `…[cut N]`, N being the units left out,
 * and is never cut through a surrogate pair.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // The number in the marker depends on the marker's length, and its length on the number: two rounds settle it.
  let marker = `…[cut ${text.length - limit}]`;
  let kept = '';
  for (let round = 0; round < 3; round++) {
    let end = Math.max(0, limit - marker.length);
    if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
    kept = text.slice(0, end);
    const exact = `…[cut ${text.length - end}]`;
    if (exact.length === marker.length) return kept + exact;
    marker = exact;
  }
  return (kept + marker).slice(0, limit);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
