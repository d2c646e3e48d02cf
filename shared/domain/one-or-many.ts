import * as z from 'zod';
import { details } from './failure-details.ts';

/**
 * A list of 1 to `max` values; one value alone counts as a list of one. It is described as a list: generated clients of some
 * languages cannot hold one of two shapes.
 */
export function oneOrMany<Item extends z.ZodType>(item: Item, { max }: { readonly max: number }) {
  return z.preprocess((given, context) => {
    if (Array.isArray(given)) return given;
    const { error } = item.safeParse(given);
    if (!error) return [given];
    for (const { path, detail } of details(error))
      context.addIssue({ code: 'custom', path: [...path], message: detail });
    return z.NEVER;
  }, z.array(item).min(1).max(max));
}
