import * as z from 'zod';

// The parts of the app's answers that the demo shows. `/api/openapi.json` describes the whole answers.

/** Outcomes of sent reports. */
export const reportAnswer = z.object({
  stored: z.number(),
  duplicates: z.number(),
  expired: z.number(),
  invalid: z.number(),
});

/** A page of error entries. */
export const entryPage = z.object({
  value: z.array(z.object({ id: z.string() })),
  nextLink: z.string().optional(),
});

/** One error entry with its full diagnosis. */
export const entryDetail = z.object({
  diagnosis: z.object({ title: z.string(), explanation: z.string(), steps: z.array(z.string()) }),
});

/** A page of problems. */
export const problemPage = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      cause: z.string(),
      key: z.string().optional(),
      resolver: z.string(),
      count: z.number(),
      records: z.object({ count: z.number() }),
      sampleErrorId: z.string().optional(),
    }),
  ),
  nextLink: z.string().optional(),
});

/** What to do first. */
export const overview = z.object({
  next: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      key: z.string().optional(),
      count: z.number(),
      impact: z.number(),
      givenUp: z.object({ likely: z.number(), confirmed: z.number() }),
      children: z.array(z.string()),
    }),
  ),
  waiting: z.array(z.object({ title: z.string(), count: z.number() })),
  open: z.object({
    errors: z.number(),
    problems: z.number(),
    new: z.number(),
    regressed: z.number(),
    givenUp: z.number(),
  }),
  byResolver: z.array(z.object({ resolver: z.string(), errors: z.number() })),
});

/** The findings of a validation. */
export const validationAnswer = z.object({
  findings: z.array(
    z.object({ check: z.string(), status: z.string(), seen: z.string(), explains: z.number() }),
  ),
});
