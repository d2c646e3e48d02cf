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
      const anywhere = operation.scope === 'public' ? [] : (['unauthenticated', 'forbidden'] as const);
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
