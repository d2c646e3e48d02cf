import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpFunctions } from '../../../functions/http-functions.ts';
import { examplesOf } from '../../../infra/openapi/examples.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { expectDescribed } from '../../support/described.ts';
import { aReportBody } from '../../support/reports.ts';

let app: RunningApp;
let problemId: string;
let cleanupId: string;
let entryId: string;
let recordId: string;

beforeAll(async () => {
  app = await startApp();
  await app.post('errors', aReportBody({ source: { app: 'business-central', recordId: 'Customer: 10000' } }));
  const { value: errors } = await json(app.call('errors'));
  [{ id: entryId, problemId }] = errors;
  const records = await json(app.call(`problems/${problemId}/records`));
  [{ id: recordId }] = records.value;
  ({ id: cleanupId } = await json(app.post('cleanups', { olderThanDays: 90 })));
});
afterAll(() => app?.close());

async function json(response: Promise<Response>) {
  return JSON.parse(await (await response).text());
}

const all = httpFunctions;
/** The problem that examples name. */
const exampleProblem = '4CB1PHX0V7T4G2NQ';
const idFor: Readonly<Record<string, () => string>> = {
  errors: () => entryId,
  problems: () => problemId,
  cleanups: () => cleanupId,
};

const requests = all.flatMap((operation) =>
  examplesOf(operation.id).requests.map((request) => ({
    id: operation.id,
    operation,
    request,
    name: request.name,
  })),
);

describe('examples of requests', () => {
  it('exist for every operation with a body', () => {
    const takesBody = all.filter(({ body }) => body.kind !== 'none').map(({ id }) => id);
    expect([...new Set(requests.map(({ id }) => id))]).toEqual(takesBody);
  });

  it.each(requests)('$id, $name: the running app accepts it', async ({ operation, request }) => {
    const path = operation.route
      .replace('{id}', idFor[operation.route.split('/')[0] ?? '']?.() ?? '')
      .replace('{record}', recordId);
    const response = await app.call(path, {
      method: operation.method,
      headers: { 'content-type': request.mediaType },
      body: (typeof request.value === 'string' ? request.value : JSON.stringify(request.value)).replaceAll(
        exampleProblem,
        problemId,
      ),
    });
    expect(Object.keys(operation.answers)).toContain(String(response.status));
    // 207 would say that a part was refused.
    expect([200, 201, 202, 204]).toContain(response.status);
    await expectDescribed(operation, response);
  });
});

describe('examples of answers', () => {
  it.each(
    all.flatMap((operation) =>
      Object.entries(operation.answers).map(([status, answer]) => ({
        id: operation.id,
        status,
        answer,
        values: examplesOf(operation.id).answers[status] ?? {},
      })),
    ),
  )('$id $status: exists and matches its schema', ({ id, answer, values }) => {
    // The description has no example of itself.
    if (!answer.body || id === 'openapi') {
      expect(values).toEqual({});
      return;
    }
    expect(answer.body.safeParse(values['application/json']).error).toBeUndefined();
    for (const mediaType of answer.mediaTypes ?? [])
      if (mediaType.startsWith('text/')) expect(values[mediaType]).toEqual(expect.any(String));
  });
});

describe('GET /api/openapi.json', () => {
  it('answers the committed description', async () => {
    const operation = all.find(({ id }) => id === 'openapi');
    if (!operation) throw new Error('There is no such operation');
    const text = await expectDescribed(operation, await app.call('openapi.json'));
    const { default: committed } = await import('../../../functions/openapi.json', {
      with: { type: 'json' },
    });
    expect(JSON.parse(text)).toEqual(committed);
  });
});
