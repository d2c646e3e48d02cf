import type { ZodOpenApiHeaderObject } from 'zod-openapi';

const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const },
  example,
});

/** Every header that an answer can carry, by its name in lower case. */
const known = {
  'cache-control': text(
    'Whether the answer may be kept: where it may, ask again before it is used',
    'no-store',
  ),
  'x-content-type-options': text('Browsers do not guess another media type', 'nosniff'),
  'content-security-policy': text(
    'Nothing in an answer runs or can be framed',
    "default-src 'none'; frame-ancestors 'none'",
  ),
  'referrer-policy': text('Links that are followed from an answer do not send its address', 'no-referrer'),
  'strict-transport-security': text('Use https only, for a year', 'max-age=31536000'),
  'x-ms-request-id': text(
    'Finds this request in the logs: the trace id of its traceparent, else the id of the invocation',
    '4bf92f3577b34da6a3ce929d0e0e4736',
  ),
  'x-storage-transactions': {
    description: 'Storage calls made for this request; a call that several requests share counts for each',
    schema: { type: 'integer' as const, minimum: 0 },
    example: 1,
  },
  'x-ms-error-code': text('The code of the problem, as in the body', 'not-found'),
  'retry-after': {
    description: 'Seconds after which to try again',
    schema: { type: 'integer' as const, minimum: 0 },
    example: 5,
  },
  'www-authenticate': text('How to sign in', 'Bearer'),
  etag: text('Send it as If-Match with the next decision, or as If-None-Match to ask again', '"1"'),
  'content-language': text('The language of titles and explanations', 'en'),
  vary: text('Request headers that the answer depends on', 'Accept-Language'),
  'content-encoding': text('With answers above 1 kB, if the caller accepts it: br or gzip', 'br'),
  'cross-origin-opener-policy': text('Pages of other sites get no handle on the page', 'same-origin'),
  'content-disposition': text('With an export: the name of the file', 'attachment; filename="errors.csv"'),
} satisfies Record<string, ZodOpenApiHeaderObject>;

type HeaderName = keyof typeof known;

const ofEveryAnswer: readonly HeaderName[] = [
  'cache-control',
  'x-content-type-options',
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-ms-request-id',
  'x-storage-transactions',
];

/** Headers of answers with a body: above 1 kB it is compressed where the caller accepts it. */
export const headersOfBody = ['content-encoding', 'vary'] as const satisfies readonly HeaderName[];

/**
 * References to the headers of an answer: those of every answer, and these.
 * @throws for a header without a description
 */
export function headersOf(names: readonly string[]): Record<string, { readonly $ref: string }> {
  return Object.fromEntries(
    [...new Set([...ofEveryAnswer, ...names])].map((name) => {
      if (!Object.hasOwn(known, name)) throw new Error(`The header ${name} has no description`);
      return [name, { $ref: `#/components/headers/${name}` }];
    }),
  );
}

/** The descriptions that {@link headersOf} refers to. */
export const headerComponents: Readonly<Record<string, ZodOpenApiHeaderObject>> = known;
