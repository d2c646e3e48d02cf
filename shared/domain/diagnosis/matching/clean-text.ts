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

/** Elements that carry a message; `<guid>` in a text is none. */
const htmlTag =
  /<\/?(?:html|head|title|body|p|br|hr|div|span|b|i|u|em|strong|small|font|a|ul|ol|li|dl|dt|dd|table|tbody|thead|tr|td|th|h[1-6]|pre|code|img|style|script|meta)(?:\s[^<>]{0,300})?\/?>/gi;

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
