import type { EntityProperties } from './entity-group-transaction.ts';
import type { Row } from './table-service.ts';

// A string property holds 64 KiB, which is 32,768 UTF-16 units.
const unitsPerProperty = 32_000;

/** A long text as numbered properties (`name0`, `name1`, …), each within the limit of one property. */
export function splitText(name: string, text: string): EntityProperties {
  const properties: Record<string, string> = {};
  for (let index = 0, start = 0; start < text.length || index === 0; index++) {
    let end = Math.min(text.length, start + unitsPerProperty);
    // Half of a surrogate pair is lost in UTF-8.
    if (end < text.length && text.charCodeAt(end - 1) >= 0xd800 && text.charCodeAt(end - 1) <= 0xdbff) end--;
    properties[`${name}${index}`] = text.slice(start, end);
    start = end;
  }
  return properties;
}

/** The text that {@link splitText} split. */
export function joinText(name: string, row: Row): string {
  let text = '';
  for (let index = 0; ; index++) {
    const part = row[`${name}${index}`];
    if (typeof part !== 'string') return text;
    text += part;
  }
}
