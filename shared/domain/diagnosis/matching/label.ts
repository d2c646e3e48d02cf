/** Longest run of text that a placeholder can stand for, in UTF-16 units; the longest names are 250 in both apps. */
const maxValue = 250;

/** Fewest literal UTF-16 units of a label that a cut text must show before it counts. */
const enoughOfCut = 20;

/** One literal piece in all its spellings, and the placeholder that stands before it. */
interface Segment {
  readonly before: string | undefined;
  readonly spellings: readonly string[];
}

/** A label made ready for matching; see {@link compileLabel}. */
export interface Label {
  readonly segments: readonly Segment[];
  /** The placeholder at the end, if the label ends with one. */
  readonly last: string | undefined;
}

/** Where a label was found, and what its placeholders stood for, both as positions in the folded text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly values: Readonly<Record<string, readonly [start: number, end: number]>>;
  /** How much literal text agreed, in UTF-16 units. */
  readonly literal: number;
  /** The text ended before the label did. */
  readonly cut: boolean;
}

/** Lower case without accents: the form in which texts and labels are compared. */
export function fold(text: string): string {
  const lower = text.replaceAll('İ', 'I').toLowerCase();
  return /[\u0080-\uffff]/.test(lower) ? lower.normalize('NFD').replaceAll(/\p{M}/gu, '') : lower;
}

/** Every spelling of a literal piece: `a (row|record)` gives `a row` and `a record`. */
function spellingsOf(literal: string): string[] {
  const group = /\(([^()]*\|[^()]*)\)/.exec(literal);
  if (!group) return [literal];
  const head = literal.slice(0, group.index);
  const tail = literal.slice(group.index + group[0].length);
  return (group[1] ?? '').split('|').flatMap((choice) => spellingsOf(head + choice + tail));
}

/** Reads a label: `{name}` and `{}` are placeholders, `(a|b)` lists spellings, the rest is literal. */
export function compileLabel(text: string): Label {
  const parts = fold(text).split(/\{(\w*)\}/);
  const segments: Segment[] = [];
  let before: string | undefined;
  for (let index = 0; index < parts.length; index += 2) {
    const literal = parts[index] ?? '';
    if (literal !== '') {
      if (/\|/.test(literal.replaceAll(/\([^()]*\)/g, '')))
        throw new Error(`A placeholder lies within the spellings of a label: ${text}`);
      segments.push({ before, spellings: spellingsOf(literal) });
      before = undefined;
    }
    before = parts[index + 1] ?? before;
  }
  return { segments, last: before };
}

const none: Segment = { before: undefined, spellings: [] };

/** The earliest of several spellings at or after a position; the longest of those that begin there. */
function findEarliest(
  text: string,
  spellings: readonly string[],
  from: number,
): { at: number; length: number } {
  let at = -1;
  let length = 0;
  for (const spelling of spellings) {
    const index = text.indexOf(spelling, from);
    if (index === -1) continue;
    if (at === -1 || index < at || (index === at && spelling.length > length)) {
      at = index;
      length = spelling.length;
    }
  }
  return { at, length };
}

/** Whether a text goes on with one of several spellings, or, if it was cut, ends within one. */
function beginsAt(text: string, spellings: readonly string[], from: number, cut: boolean): boolean {
  return spellings.some(
    (spelling) =>
      text.startsWith(spelling, from) ||
      (cut && text.length - from < spelling.length && spelling.startsWith(text.slice(from))),
  );
}

/** How many units of a spelling stand at the very end of a text that was cut; only if there are enough of them. */
function begunAtEnd(text: string, spellings: readonly string[], from: number, enough: number): number {
  const last = text.charCodeAt(text.length - 1);
  let most = Math.max(enough, 1) - 1;
  let begun = 0;
  for (const spelling of spellings)
    for (let size = Math.min(spelling.length - 1, text.length - from); size > most; size -= 1)
      if (spelling.charCodeAt(size - 1) === last && text.endsWith(spelling.slice(0, size))) {
        most = size;
        begun = size;
      }
  return begun;
}

/**
 * Looks for a label, from left to right and without ever going back: the time is that of one scan per piece.
 *
 * @param anywhere whether it may begin later than at `from`
 * @param cut whether the text may have been cut, so that its beginning is enough
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
  // Most labels end here, so look at the beginning before anything else.
  if (!anywhere && first.before === undefined && !beginsAt(text, first.spellings, from, cut))
    return undefined;
  // By index, because this loop is most of what a diagnosis costs.
  for (let index = 0; index < segments.length; index += 1) {
    const { before, spellings } = segments[index] ?? none;
    const { at, length } = findEarliest(text, spellings, position);
    const free = before !== undefined ? maxValue : index === 0 && anywhere ? Number.POSITIVE_INFINITY : 0;
    if (at === -1 || at - position > free) {
      if (!cut || at !== -1) return undefined;
      const begun = begunAtEnd(text, spellings, position, enoughOfCut - literal);
      if (literal + begun < enoughOfCut || text.length - begun - position > free) return undefined;
      if (before) values[before] = [position, text.length - begun];
      if (index === 0 && before === undefined) start = text.length - begun;
      return { start, end: text.length, values, literal: literal + begun, cut: true };
    }
    if (before) values[before] = [position, at];
    if (index === 0 && before === undefined) start = at;
    position = at + length;
    literal += length;
  }
  if (label.last) values[label.last] = [position, text.length];
  return { start, end: position, values, literal, cut: false };
}
