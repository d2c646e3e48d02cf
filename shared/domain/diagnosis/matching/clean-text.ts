import { builtOnce } from './built-once.ts';

/** A message without markup and line breaks, and its folded form; positions in both agree. */
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

/** Elements of HTML that a message may contain; other angle brackets, such as `<guid>`, are text. */
const elements = [
  ...['html', 'head', 'title', 'body', 'meta', 'style', 'script'],
  ...['p', 'br', 'hr', 'div', 'span', 'a', 'img', 'pre', 'code', 'h[1-6]'],
  ...['b', 'i', 'u', 'em', 'strong', 'small', 'font'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'tbody', 'thead', 'tr', 'td', 'th'],
];

const entity = builtOnce(() => new RegExp(Object.keys(entities).join('|'), 'g'));
const htmlTag = builtOnce(
  () => new RegExp(String.raw`</?(?:${elements.join('|')})(?:\s[^<>]{0,300})?/?>`, 'gi'),
);

/** Lower case without accents: the form in which texts and labels are compared. */
export function fold(text: string): string {
  const lower = text.replaceAll('İ', 'I').toLowerCase();
  return /[\u0080-\uffff]/.test(lower) ? lower.normalize('NFD').replaceAll(/\p{M}/gu, '') : lower;
}

/** Removes markup, entities, line breaks (Business Central's `\\` too), typographic quotes and double spaces. */
export function cleanText(message: string): CleanText {
  let text = message;
  if (text.includes('<')) text = text.replaceAll(htmlTag(), ' ');
  if (text.includes('&')) text = text.replaceAll(entity(), (found) => entities[found] ?? found);
  if (/[\u0080-\uffff]/.test(text))
    text = text
      .normalize('NFC')
      .replaceAll(/[‘’‚′]/g, "'")
      .replaceAll(/[“”„«»]/g, '"')
      .replaceAll(/[\u200b-\u200d\ufeff\u00ad]/g, '');
  if (text.includes('\\')) text = text.replaceAll(/\\r|\\n|\\+/g, ' ');
  if (/\s\s|[^\S ]/.test(text)) text = text.replaceAll(/\s+/g, ' ');
  text = text.trim();
  const folded = fold(text);
  return { text: folded.length === text.length ? text : folded, folded };
}
