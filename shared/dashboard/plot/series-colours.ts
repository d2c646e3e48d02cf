import { maxSeries } from './stacks.ts';

/** Colours that causes have got since the page was opened. */
const given = new Map<string, number>();

/**
 * The colour of each series, 0 to 7. A cause keeps the colour that it got first, whatever else is shown, unless a larger
 * one beside it has the same. What is `other` has the last one.
 * @param known Colours of before; new ones are added
 */
export function coloursOf(
  series: readonly string[],
  known: Map<string, number> = given,
): ReadonlyMap<string, number> {
  const colours = new Map<string, number>([['other', maxSeries]]);
  const isFree = (colour: number) => ![...colours.values()].includes(colour);
  for (const cause of series) {
    const colour = known.get(cause);
    if (colour !== undefined && isFree(colour)) colours.set(cause, colour);
  }
  for (const cause of series) {
    if (colours.has(cause)) continue;
    const colour = Array.from({ length: maxSeries }, (_, index) => index).find(isFree) ?? 0;
    colours.set(cause, colour);
    if (!known.has(cause)) known.set(cause, colour);
  }
  return colours;
}
