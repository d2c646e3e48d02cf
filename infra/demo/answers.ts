import * as z from 'zod';

// What the demo reads of each answer; the app's own description of them is `/api/openapi.json`.

const diagnosis = z.object({ cause: z.string(), key: z.string(), resolver: z.string(), title: z.string() });

/** What came of a report. */
export const reportAnswer = z.object({
  stored: z.number(),
  duplicates: z.number(),
  expired: z.number(),
  invalid: z.number(),
});

const entry = z.object({
  id: z.string(),
  occurredAt: z.string(),
  company: z.string(),
  mapping: z.string().optional(),
  message: z.string(),
  status: z.string(),
  diagnosis,
});

/** A page of entries. */
export const entryPage = z.object({ value: z.array(entry), nextLink: z.string().optional() });

/** One entry with all that is known of it. */
export const entryDetail = entry.extend({
  direction: z.string().optional(),
  source: z.object({ recordId: z.string().optional(), name: z.string().optional() }).optional(),
  links: z.object({ source: z.string().optional(), destination: z.string().optional() }),
  diagnosis: diagnosis.extend({
    explanation: z.string(),
    steps: z.array(z.string()),
    documentation: z.string(),
    checks: z.array(z.string()),
  }),
});

const problem = z.object({
  company: z.string(),
  mapping: z.string().optional(),
  cause: z.string(),
  key: z.string(),
  resolver: z.string(),
  title: z.string(),
  count: z.number(),
  sampleErrorId: z.string().optional(),
});

/** A page of problems. */
export const problemPage = z.object({ value: z.array(problem), nextLink: z.string().optional() });

/** What a validation found. */
export const validationAnswer = z.object({
  verdict: z.string(),
  findings: z.array(
    z.object({
      check: z.string(),
      status: z.string(),
      subject: z.string().optional(),
      seen: z.string(),
      remedy: z.string().optional(),
      explains: z.number(),
    }),
  ),
});
