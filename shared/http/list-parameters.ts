import * as z from 'zod';

/** Values of one parameter; more would not fit into an address anyway. */
const maxValues = 100;

// Built once each: ten parameters share them.
const repeated = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());
const repeatedOrSeparated = repeated.transform((given) => given.flatMap((text) => text.split(',')));

/** A query parameter of names that people choose, commas and all. The parameter is repeated for or. */
export function namesParameter(value: z.ZodType<string, string>, description: string) {
  return repeated
    .pipe(z.array(value).min(1).max(maxValues))
    .optional()
    .meta({ description: `${description}; repeat the parameter for or`, separator: 'none' });
}

/** A query parameter of fixed words or ids. A comma means or, and so does a repeated parameter. */
export function wordsParameter<Value extends z.ZodType<unknown, string>>(value: Value, description: string) {
  return repeatedOrSeparated
    .pipe(z.array(value).min(1).max(maxValues))
    .optional()
    .meta({ description: `${description}; a comma means or`, separator: 'comma' });
}
