import * as z from 'zod';

/** A property that holds JSON; what is in it is yet to be checked. */
export const storedJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('Not JSON');
    return z.NEVER;
  }
});
