import { fold } from './label.ts';

/** A message without markup and line breaks, and the same folded for comparing; positions agree. */
export interface CleanText {
  readonly text: string;
  readonly folded: string;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&#160;': ' ',
};

const htmlTag = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,300})?\/?>/gi;

/** Takes away markup, entities, line breaks (Business Central's `\\` too), typographic quotes and double spaces. */
export function cleanText(message: string): CleanText {
  let text = message;
  if (text.includes('<')) text = text.replaceAll(htmlTag, ' ');
  if (text.includes('&'))
    text = text.replaceAll(
      /&(?:amp|lt|gt|quot|apos|nbsp|#39|#160);/g,
      (entity) => entities[entity] ?? entity,
    );
  if (/[\u0080-\uffff]/.test(text))
    text = text
      .normalize('NFC')
      .replaceAll(/[‘’‚′]/g, "'")
      .replaceAll(/[“”„«»]/g, '"')
      .replaceAll(/[\u200b-\u200d\ufeff\u00ad]/g, '');
  text = text
    .replaceAll(/\\r|\\n|\\+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const folded = fold(text);
  return { text: folded.length === text.length ? text : folded, folded };
}
