import * as z from 'zod';

/** A moment in a row, as a `Date`. */
export const storedDate = z.iso.datetime().transform((text) => new Date(text));

/** A moment in a row, in ms since 1970. */
export const storedTime = z.iso.datetime().transform((text) => Date.parse(text));
