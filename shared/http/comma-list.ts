import * as z from 'zod';

/** The parts of a list in a query: a comma separates, `\,` is a comma, `\\` a backslash. */
export function commaList(text: string): string[] {
  const parts = [''];
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '\\' && (next === ',' || next === '\\')) {
      parts.push(`${parts.pop()}${next}`);
      index++;
    } else if (character === ',') parts.push('');
    else parts.push(`${parts.pop()}${character}`);
  }
  return parts;
}

/** Values of one list; more would not fit into an address anyway. */
const maxValues = 100;

// Built once: ten parameters share it.
const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap(commaList));

/** A query parameter with one or more values, joined by or: in a comma list, or with the name repeated. */
export function listParameter<Value extends z.ZodType<unknown, string>>(value: Value, description: string) {
  return texts
    .pipe(z.array(value).min(1).max(maxValues))
    .optional()
    .describe(`${description}; a comma means or, \\, is a comma`);
}
