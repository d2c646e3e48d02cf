import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { httpFunctions } from '../../../functions/http-functions.ts';
import committed from '../../../functions/openapi.json' with { type: 'json' };
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { exampleOf, problemAdvice } from '../../../infra/openapi/problem-responses.ts';
import { problemDetails, problems } from '../../../shared/http/problem.ts';
import { describedResponse } from '../../support/described.ts';

/** Everything Redocly recommends as an error, examples checked by their schemas included. */
async function lint(document: unknown): Promise<string[]> {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'operation-description': 'error',
      'parameter-description': 'error',
      'tag-description': 'error',
      'no-unused-components': 'error',
      'no-required-schema-properties-undefined': 'error',
    },
  });
  const found = await lintFromString({ source: JSON.stringify(document), config });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
}

const looseSchema = z.looseObject({
  type: z.unknown().optional(),
  properties: z.unknown().optional(),
  const: z.unknown().optional(),
});

const until = '2030-01-01T00:00:00Z';

/** Those of the bodies that the description of an operation does not take as valid. */
async function refusedOf(operation: string, bodies: readonly z.core.util.JSONType[]): Promise<unknown[]> {
  const document = z.json().parse(structuredClone(committed));
  const content = z
    .object({
      paths: z.record(
        z.string(),
        z.record(
          z.string(),
          z.looseObject({
            operationId: z.string(),
            requestBody: z
              .object({ content: z.object({ 'application/json': z.record(z.string(), z.unknown()) }) })
              .optional(),
          }),
        ),
      ),
    })
    .parse(document);
  const found = Object.values(content.paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === operation)?.requestBody;
  if (!found) throw new Error(`${operation} takes no JSON`);
  const json = found.content['application/json'];
  json['examples'] = Object.fromEntries(bodies.map((value, index) => [`planted${index}`, { value }]));
  const findings = await lint({ ...committed, paths: content.paths });
  return bodies.filter((_, index) => findings.some((finding) => finding.includes(`/planted${index}/`)));
}

const parameters = z.array(z.object({ name: z.string(), in: z.string(), description: z.string().min(1) }));
const paths = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      operationId: z.string(),
      parameters: parameters.default([]),
      security: z.array(z.record(z.string(), z.array(z.string()))),
    }),
  ),
);

/** What a caller without access is told, by what an operation asks for. */
const accessProblems = {
  public: [],
  'signed-in': ['unauthenticated'],
  granted: ['unauthenticated', 'forbidden'],
} as const;

describe('functions/openapi.json', () => {
  it('matches the operations: npm run openapi writes it', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  it('is valid OpenAPI 3.1 without a finding of the linter', async () => {
    expect(committed.openapi).toMatch(/^3\.1\./);
    expect(await lint(committed)).toEqual([]);
  });

  it.each([
    { name: 'an example that its schema refuses', from: '"status":"ok"', to: '"status":"sick"' },
    {
      name: 'a reference to nothing',
      from: '#/components/schemas/Finding"',
      to: '#/components/schemas/Nobody"',
    },
    { name: 'a misspelt key', from: '"operationId"', to: '"operationid"' },
  ])('does not pass with $name', async ({ from, to }) => {
    const text = JSON.stringify(committed);
    expect(text).toContain(from);
    expect(await lint(JSON.parse(text.replace(from, to)))).not.toEqual([]);
  });

  const described = paths.parse(committed.paths);

  it.each(httpFunctions.map((operation) => ({ id: operation.id, operation })))(
    '$id: names its route, every parameter, and who may ask',
    ({ operation }) => {
      const one = described[`/${operation.route}`]?.[operation.method.toLowerCase()];
      expect(one?.operationId).toBe(operation.id);
      const names = one?.parameters.filter((parameter) => parameter.in !== 'header').map(({ name }) => name);
      expect(names).toEqual([...Object.keys(operation.params.shape), ...Object.keys(operation.query.shape)]);
      expect(one?.security).toHaveLength(operation.scope === 'public' ? 0 : 3);
    },
  );

  it.each(httpFunctions.map((operation) => ({ id: operation.id, operation })))(
    '$id: describes each answer and each problem, with an example of each code',
    ({ operation }) => {
      for (const status of Object.keys(operation.answers))
        expect(describedResponse(operation, Number(status)).description).not.toBe('');
      const anywhere =
        accessProblems[
          operation.scope === 'public' || operation.scope === 'signed-in' ? operation.scope : 'granted'
        ];
      const changing = operation.method === 'GET' ? [] : (['foreign-origin'] as const);
      for (const code of [
        ...operation.problems,
        ...anywhere,
        ...changing,
        'invalid-request',
        'internal-error',
      ] as const) {
        const { status, headers } = exampleOf(code);
        const response = describedResponse(operation, status);
        expect(response.description).toContain(`\`${code}\``);
        expect(Object.keys(response.headers)).toEqual(expect.arrayContaining([...headers]));
        expect(JSON.stringify(response.content)).toContain(`urn:error-desk:problem:${code}`);
      }
    },
  );

  it.each([
    {
      operation: 'startCleanup',
      refused: [
        {},
        { preview: true },
        { olderThanDays: 0 },
        { olderThanDays: 91 },
        { all: false },
        { all: true, olderThanDays: 7 },
      ],
    },
    { operation: 'decideProblem', refused: [{}, { status: 'snoozed' }, { status: 'snoozed', note: 'x' }] },
    {
      operation: 'decideProblem',
      refused: ['resolved', 'open', 'ignored'].map((status) => ({ status, until })),
    },
    { operation: 'decideProblem', refused: [{ until }, { note: 'x', until }] },
    { operation: 'reportErrors', refused: [[], {}, [{}]] },
    { operation: 'diagnose', refused: [[]] },
  ])('$operation: describes what is refused as not valid: $refused', async ({ operation, refused }) => {
    const bodies = refused.map((body) => z.json().parse(body));
    expect(await refusedOf(operation, bodies)).toEqual(bodies);
  });

  it.each([
    { operation: 'startCleanup', accepted: [{ olderThanDays: 1 }, { all: true, preview: true }] },
    {
      operation: 'decideProblem',
      accepted: [{ status: 'snoozed', until }, { status: 'open' }, { note: 'x' }],
    },
  ])('$operation: describes what is accepted as valid: $accepted', async ({ operation, accepted }) => {
    expect(
      await refusedOf(
        operation,
        accepted.map((body) => z.json().parse(body)),
      ),
    ).toEqual([]);
  });

  it('names every object with properties, and has no constant boolean', () => {
    const nameless: string[] = [];
    const constants: string[] = [];
    const walk = (value: unknown, path: readonly string[]) => {
      if (typeof value !== 'object' || value === null || /^examples?$/.test(path.at(-1) ?? '')) return;
      const isComponent = path.length === 3 && path[0] === 'components' && path[1] === 'schemas';
      const { type, properties, const: constant } = looseSchema.parse({ ...value });
      if (type === 'object' && properties && !isComponent) nameless.push(path.join('/'));
      if (typeof constant === 'boolean' && path.at(-1) !== 'not') constants.push(path.join('/'));
      for (const [key, part] of Object.entries(value)) walk(part, [...path, key]);
    };
    walk({ components: { schemas: committed.components.schemas }, paths: committed.paths }, []);
    expect({ nameless, constants }).toEqual({ nameless: [], constants: [] });
  });

  it('holds only codes that some operation answers', () => {
    const answered = new Set(httpFunctions.flatMap((operation) => operation.problems));
    const anywhere = ['invalid-request', 'unauthenticated', 'forbidden', 'foreign-origin'];
    const never = Object.keys(problems).filter(
      (code) => !anywhere.includes(code) && ![...answered].some((one) => one === code),
    );
    expect(never).toEqual([]);
    expect(Object.keys(problemAdvice).sort()).toEqual([...Object.keys(problems), 'internal-error'].sort());
  });

  it('shows problems as the app answers them', () => {
    for (const { body } of [
      exampleOf('not-found'),
      exampleOf('invalid-reports'),
      exampleOf('internal-error'),
    ])
      expect(problemDetails.safeParse(body).error).toBeUndefined();
    expect(exampleOf('internal-error').body).not.toHaveProperty('detail');
  });
});
