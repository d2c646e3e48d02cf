import { fold } from './clean-text.ts';

/** The longest value of a placeholder, in UTF-16 units; the longest names have 250 in both apps. */
const maxValue = 250;

/** How many literal UTF-16 units of a label a cut text must contain to match it. */
const minLiteralOfCut = 20;

/** One literal piece in all its spellings, and the placeholder before it: `undefined` for none, empty for `{}`. */
interface Segment {
  readonly before: string | undefined;
  readonly spellings: readonly string[];
  /** Length of the longest spelling, in UTF-16 units. */
  readonly longest: number;
}

/** A label made ready for matching; see {@link compileLabel}. */
export interface Label {
  readonly segments: readonly Segment[];
  /** The placeholder at the end, if the label ends with one. */
  readonly last: string | undefined;
}

/** Where a label was found, and the values of its placeholders, both as positions in the folded text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly values: Readonly<Record<string, readonly [start: number, end: number]>>;
  /** How much literal text matched, in UTF-16 units. */
  readonly literal: number;
  /** The text ended before the label did. */
  readonly cut: boolean;
}

/** Every spelling of a literal piece: `a (row|record)` gives `a row` and `a record`. */
function spellingsOf(literal: string): string[] {
  const group = /\(([^()]*\|[^()]*)\)/.exec(literal);
  if (!group) return [literal];
  const head = literal.slice(0, group.index);
  const tail = literal.slice(group.index + group[0].length);
  return (group[1] ?? '').split('|').flatMap((choice) => spellingsOf(head + choice + tail));
}

/**
 * Reads a label: `{name}` and `{}` are placeholders, `(a|b)` lists spellings, the rest is literal.
 *
 * @throws Error if a placeholder is inside a list of spellings
 */
export function compileLabel(text: string): Label {
  const parts = fold(text).split(/\{(\w*)\}/);
  const segments: Segment[] = [];
  let before: string | undefined;
  for (let index = 0; index < parts.length; index += 2) {
    const literal = parts[index] ?? '';
    if (literal !== '') {
      if (/\|/.test(literal.replaceAll(/\([^()]*\)/g, '')))
        throw new Error(`A placeholder is inside a list of spellings: ${text}`);
      const spellings = spellingsOf(literal);
      const longest = Math.max(...spellings.map(({ length }) => length));
      segments.push({ before, spellings, longest });
      before = undefined;
    }
    before = parts[index + 1] ?? before;
  }
  return { segments, last: before };
}

const none: Segment = { before: undefined, spellings: [], longest: 0 };

/**
 * The earliest of several spellings that begins at most `maxGap` after a position, the longest of those that begin there;
 * `at` is -1 for none.
 */
function findEarliest(
  text: string,
  { spellings, longest }: Segment,
  from: number,
  maxGap: number,
): { at: number; length: number } {
  let at = -1;
  let length = 0;
  // Only so far, since a label has up to a hundred spellings, and each would be looked for in the whole rest.
  const searched = text.slice(0, from + maxGap + longest);
  for (const spelling of spellings) {
    const index = searched.indexOf(spelling, from);
    if (index === -1) continue;
    if (at === -1 || index < at || (index === at && spelling.length > length)) {
      at = index;
      length = spelling.length;
    }
  }
  return { at, length };
}

/** Whether a text continues with one of several spellings, or, if it was cut, ends inside one. */
function beginsAt(text: string, spellings: readonly string[], from: number, cut: boolean): boolean {
  return spellings.some(
    (spelling) =>
      text.startsWith(spelling, from) ||
      (cut && text.length - from < spelling.length && spelling.startsWith(text.slice(from))),
  );
}

/** How many UTF-16 units of a spelling end a cut text; 0 where they are fewer than `min`. */
function unitsAtEnd(text: string, spellings: readonly string[], from: number, min: number): number {
  const last = text.charCodeAt(text.length - 1);
  let tooFew = Math.max(min, 1) - 1;
  let units = 0;
  for (const spelling of spellings)
    for (let size = Math.min(spelling.length - 1, text.length - from); size > tooFew; size -= 1)
      if (spelling.charCodeAt(size - 1) === last && text.endsWith(spelling.slice(0, size))) {
        tooFew = size;
        units = size;
      }
  return units;
}

/**
 * Finds a label in a folded text. It searches from left to right and never goes back, so it costs one scan per piece.
 *
 * @param anywhere whether the label may begin after `from`
 * @param cut whether the text may have been cut, so that the beginning of the label is enough
 */
export function findLabel(
  text: string,
  label: Label,
  { from, anywhere, cut }: { from: number; anywhere: boolean; cut: boolean },
): Found | undefined {
  const values: Record<string, readonly [number, number]> = {};
  let start = from;
  let position = from;
  let literal = 0;
  const { segments } = label;
  const [first = none] = segments;
  // Most labels fail here, so the beginning is compared first.
  if (!anywhere && first.before === undefined && !beginsAt(text, first.spellings, from, cut))
    return undefined;
  // By index, because a diagnosis spends most of its time in this loop.
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] ?? none;
    const { before, spellings } = segment;
    const maxGap = before !== undefined ? maxValue : index === 0 && anywhere ? text.length : 0;
    const { at, length } = findEarliest(text, segment, position, maxGap);
    if (at === -1 || at - position > maxGap) {
      if (!cut || at !== -1) return undefined;
      const units = unitsAtEnd(text, spellings, position, minLiteralOfCut - literal);
      if (literal + units < minLiteralOfCut || text.length - units - position > maxGap) return undefined;
      if (before) values[before] = [position, text.length - units];
      if (index === 0 && before === undefined) start = text.length - units;
      return { start, end: text.length, values, literal: literal + units, cut: true };
    }
    if (before) values[before] = [position, at];
    if (index === 0 && before === undefined) start = at;
    position = at + length;
    literal += length;
  }
  if (label.last) values[label.last] = [position, text.length];
  return { start, end: position, values, literal, cut: false };
}
