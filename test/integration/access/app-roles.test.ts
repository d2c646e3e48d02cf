import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpFunctions } from '../../../functions/http-functions.ts';
import { whoAmI } from '../../../functions/who-am-i.ts';
import type { Operation } from '../../../shared/http/operation.ts';
import { rolesByScope } from '../../../shared/http/principal.ts';
import { problemDetails } from '../../../shared/http/problem.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { expectDescribed } from '../../support/described.ts';
import { callMalformed, type Ids, unknownIds } from '../../support/malformed-request.ts';
import { entraSettings, signedIn } from '../../support/principal.ts';
import { aReportBody } from '../../support/reports.ts';

const roles = Object.values(rolesByScope);
const everyRole = signedIn({ roles });
const json = { 'content-type': 'application/json' };
let app: RunningApp;
let known: Ids;

beforeAll(async () => {
  app = await startApp({ settings: entraSettings });
  const { results } = await bodyOf(app.call('errors', posted(aReportBody())));
  const entry = await bodyOf(app.call(`errors/${results[0].id}`, { headers: everyRole }));
  const cleanup = await bodyOf(app.call('cleanups', posted({ olderThanDays: 90 })));
  const decision = await bodyOf(
    app.call('decisions', posted({ problems: [{ id: entry.problemId }], status: 'ignored' })),
  );
  known = {
    errors: entry.id,
    problems: entry.problemId,
    cleanups: cleanup.id,
    decisions: decision.id,
  };
});
afterAll(() => app?.close());

const posted = (body: unknown, headers = everyRole): RequestInit => ({
  method: 'POST',
  headers: { ...headers, ...json },
  body: JSON.stringify(body),
});

async function bodyOf(response: Promise<Response>) {
  return JSON.parse(await (await response).text());
}

/** Calls an operation with a request that is wrong in every other way: callers without the role must not learn that. */
const call = (operation: Operation, headers: Readonly<Record<string, string>>, ids: Ids) =>
  callMalformed(app, operation, ids, { query: '?unknown=1', headers });

/** The body of a refusal, without the trace id, which differs. */
async function refusal(operation: Operation, response: Response) {
  const { traceId: _, ...body } = problemDetails.parse(
    JSON.parse(await expectDescribed(operation, response)),
  );
  expect(body.status).toBe(response.status);
  return body;
}

const guarded = httpFunctions.filter(({ scope }) => scope !== 'public');
const guardedByRole = guarded.flatMap((operation) =>
  operation.scope === 'public' || operation.scope === 'signed-in'
    ? []
    : [{ id: operation.id, operation, role: rolesByScope[operation.scope] }],
);

describe.each(guarded.map((operation) => ({ id: operation.id, operation })))(
  'AUTH=entra, $id',
  ({ operation }) => {
    it.each([
      { name: 'nobody', headers: {} },
      { name: 'an empty principal', headers: { 'x-ms-client-principal': '' } },
      { name: 'a principal that is no JSON', headers: { 'x-ms-client-principal': 'AAAA' } },
      {
        name: 'a principal without claims',
        headers: { 'x-ms-client-principal': btoa('{"auth_typ":"aad"}') },
      },
      { name: 'a sign-in at another provider', headers: signedIn({ roles, provider: 'github' }) },
      { name: 'a function key', headers: { 'x-functions-key': 'any' } },
    ])('answers 401 to $name, whether the thing exists or not', async ({ headers }) => {
      const answers = [];
      for (const ids of [known, unknownIds])
        answers.push(await refusal(operation, await call(operation, headers, ids)));
      expect(answers[0]).toMatchObject({ status: 401, code: 'unauthenticated' });
      expect(answers[1]).toEqual(answers[0]);
    });
  },
);

describe.each(guardedByRole)('AUTH=entra, $id', ({ operation, role }) => {
  it.each([
    { name: 'no role', held: [] },
    { name: 'every other role', held: roles.filter((one) => one !== role) },
    { name: 'the role in another case', held: [role.toUpperCase()] },
    { name: 'the role inside another name', held: [`${role}.All`, `x${role}`] },
  ])('answers 403 to a sign-in with $name, whether the thing exists or not', async ({ held }) => {
    const answers = [];
    for (const ids of [known, unknownIds])
      answers.push(await refusal(operation, await call(operation, signedIn({ roles: held }), ids)));
    expect(answers[0]).toMatchObject({ status: 403, code: 'forbidden' });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('accepts its role', async () => {
    const response = await call(operation, signedIn({ roles: [role] }), unknownIds);
    expect(response.status).toBe(400);
    await expectDescribed(operation, response);
  });
});

it.each(['health', 'dashboard'])('%s is public', async (path) => {
  expect((await app.call(path)).status).toBe(200);
});

describe('GET /api/me', () => {
  it('names the caller and what its roles allow', async () => {
    const response = await app.call('me', { headers: signedIn({ roles: ['Errors.Read', 'Other.Role'] }) });
    expect(JSON.parse(await expectDescribed(whoAmI, response))).toEqual({
      name: 'robin@contoso.example',
      scopes: ['read'],
    });
  });

  it('answers a sign-in without any role', async () => {
    const response = await app.call('me', { headers: signedIn() });
    expect(JSON.parse(await expectDescribed(whoAmI, response))).toMatchObject({ scopes: [] });
  });
});

it('reads the role from the claim type that the principal names', async () => {
  const claims = [
    { typ: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role', val: 'Errors.Read' },
    { typ: 'groups', val: 'Errors.Manage' },
  ];
  expect((await app.call('errors', { headers: signedIn({ claims }) })).status).toBe(200);
  expect((await app.call('cleanups', posted({ all: true }, signedIn({ claims })))).status).toBe(403);
});

describe('the name of the caller', () => {
  it.each([
    {
      name: 'a person by e-mail address',
      claims: [
        { typ: 'name', val: 'Robin' },
        {
          typ: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
          val: 'robin@contoso.example',
        },
      ],
      by: 'robin@contoso.example',
    },
    {
      name: 'a person by user name',
      claims: [{ typ: 'preferred_username', val: 'kim@x.example' }],
      by: 'kim@x.example',
    },
    { name: 'an app by its id', claims: [{ typ: 'azp', val: '7d1c3a52' }], by: '7d1c3a52' },
    { name: 'a caller without any name', claims: [], by: 'signed-in caller' },
    {
      name: 'a name that is very long',
      claims: [{ typ: 'name', val: 'n'.repeat(500) }],
      by: 'n'.repeat(200),
    },
  ])('is in decisions and clean-ups: $name', async ({ claims, by }) => {
    const headers = { ...signedIn({ roles, claims }), ...json };
    const decided = await bodyOf(
      app.call(`problems/${known['problems']}`, { method: 'PATCH', headers, body: '{"note":"seen"}' }),
    );
    expect(decided.decision).toMatchObject({ by });
    expect(decided.history.at(-1)).toMatchObject({ by });
    expect(await bodyOf(app.call('cleanups', posted({ olderThanDays: 90 }, headers)))).toMatchObject({ by });
  });
});
