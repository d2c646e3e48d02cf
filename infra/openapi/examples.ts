import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const examples = z.record(
  z.string(),
  z.strictObject({
    requests: z.array(
      z.strictObject({
        name: z.string(),
        summary: z.string(),
        mediaType: z.string(),
        value: z.unknown(),
      }),
    ),
    /** By status, then by media type. */
    answers: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
);

// Recorded from a running app. The tests check each by its schema, and send the requests to the app again.
const recorded = examples.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'examples.json'), 'utf8')));

/** The examples of an operation: requests, and answers by status and media type. */
export function examplesOf(operationId: string): z.output<typeof examples>[string] {
  return recorded[operationId] ?? { requests: [], answers: {} };
}
