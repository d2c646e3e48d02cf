import { type CleanText, cleanText } from './clean-text.ts';
import { innerStart, labelStarts } from './inner-text.ts';
import { Surroundings } from './surroundings.ts';
import { wordsOf } from './words-of.ts';

/** How many UTF-16 units of the inner text are read; Business Central stores 2,048. */
export const maxInner = 2048;

/** A message, prepared for matching. */
export interface PreparedMessage {
  readonly clean: CleanText;
  /** The position where the inner text begins. */
  readonly start: number;
  /** The inner text, folded. */
  readonly inner: string;
  /** Positions in the inner text where a label may begin. */
  readonly labelStarts: readonly number[];
  /** The words of the inner text: letters from a to z, digits, underscores, æ, ø and ß. */
  readonly words: readonly string[];
  readonly surroundings: Surroundings;
}

/** Cleans a message and finds its inner text. */
export function prepareMessage(message: string): PreparedMessage {
  const clean = cleanText(message);
  const start = innerStart(clean.folded);
  const inner = clean.folded.slice(start, start + maxInner);
  return {
    clean,
    start,
    inner,
    labelStarts: labelStarts(inner),
    words: wordsOf(inner),
    surroundings: new Surroundings(clean.folded.slice(0, start + maxInner)),
  };
}
