import { expect } from 'vitest';
import * as z from 'zod';
import document from '../../functions/openapi.json' with { type: 'json' };
import type { Operation } from '../../shared/http/operation.ts';
import { problemDetails, problemMediaType } from '../../shared/http/problem.ts';

const response = z.object({
  description: z.string().min(1),
  headers: z.record(z.string(), z.unknown()),
  content: z.record(z.string(), z.unknown()).default({}),
});

const description = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ responses: z.record(z.string(), response) }),
});

const { paths, components } = description.parse(document);

/** The response with this status in the committed description. */
export function describedResponse(operation: Operation, status: number): z.output<typeof response> {
  const found = paths[`/${operation.route}`]?.[operation.method.toLowerCase()]?.responses[String(status)];
  expect(found, `${operation.id} ${status} is not described`).toBeDefined();
  const reference = z.object({ $ref: z.string() }).safeParse(found);
  return reference.success
    ? response.parse(components.responses[reference.data.$ref.split('/').at(-1) ?? ''])
    : response.parse(found);
}

// Headers that the server or the library adds.
const transportHeaders = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-ms-invocation-id',
]);

/** Expects the headers of an answer, and its media type where it has a body, to be in the API description. */
export function expectHeadersDescribed(operation: Operation, answer: Response, text: string): void {
  const described = describedResponse(operation, answer.status);
  const names = [...answer.headers.keys()].filter((name) => !transportHeaders.has(name));
  expect(Object.keys(described.headers)).toEqual(expect.arrayContaining(names));
  if (text === '') return;
  const mediaType = answer.headers.get('content-type')?.split(';')[0] ?? '';
  expect(Object.keys(described.content)).toContain(mediaType);
  if (mediaType !== problemMediaType) return;
  const { code } = problemDetails.parse(JSON.parse(text));
  expect(JSON.stringify(described.content[mediaType])).toContain(`"${code}"`);
}

/** Expects an answer to match the operation and the API description, and gives its text. */
export async function expectDescribed(operation: Operation, answer: Response): Promise<string> {
  const text = await answer.text();
  expectHeadersDescribed(operation, answer, text);
  if (answer.headers.get('content-type')?.startsWith('application/json')) {
    const parsed = operation.answers[answer.status]?.body?.safeParse(JSON.parse(text));
    expect(parsed?.error, `${operation.id} ${answer.status}`).toBeUndefined();
    expect(parsed?.success).toBe(true);
  }
  return text;
}
