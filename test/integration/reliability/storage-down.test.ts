import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../../support/app.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { aReportBody } from '../../support/reports.ts';

let proxy: FaultProxy;
let app: RunningApp;
beforeAll(async () => {
  proxy = await startFaultProxy();
  app = await startApp({ settings: { ERROR_LOG: proxy.connectionString } });
  expect((await app.post('errors', aReportBody())).status).toBe(201);
});
afterAll(async () => {
  await app.close();
  await proxy[Symbol.asyncDispose]();
});

async function timed(call: () => Promise<Response>) {
  const startedAt = performance.now();
  const response = await call();
  const body: unknown = await response.json();
  return { status: response.status, headers: response.headers, body, ms: performance.now() - startedAt };
}

/** Every answer while storage is away: 503, when to try again, and no word about storage. */
async function expectAway(call: () => Promise<Response>, withinMs: number): Promise<void> {
  const { status, headers, body, ms } = await timed(call);
  expect(status).toBe(503);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(body).toMatchObject({ code: 'storage-unavailable' });
  expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|devstoreaccount|ECONN|batch/);
  expect(ms).toBeLessThan(withinMs);
}

/** Everything works, with no restart between. */
async function expectBack(body: unknown): Promise<void> {
  expect((await app.call('health')).status).toBe(200);
  expect(await (await app.post('errors', body)).json()).toMatchObject({ invalid: 0, expired: 0 });
  expect((await app.call('errors')).status).toBe(200);
  expect((await app.call('problems')).status).toBe(200);
}

/** Operations that cannot do without storage, whatever is remembered. */
const calls: readonly ((body: unknown) => Promise<Response>)[] = [
  (body) => app.post('errors', body),
  () => app.call('errors'),
  () => app.call('problems'),
  () => app.call('cleanups'),
  () => app.post('cleanups', { all: true, preview: true }),
  () => app.call('health'),
];

const busy = { kind: 'answer', status: 503, code: 'ServerBusy' } as const;

describe('row 12: storage is away', () => {
  it.each([
    ['nobody listens', () => proxy.shut()],
    ['it is busy', () => proxy.plan(() => busy)],
    ['it is busy and says for how long', () => proxy.plan(() => ({ ...busy, retryAfter: '30' }))],
    ['connections are reset', () => proxy.plan(() => ({ kind: 'refuse' }))],
  ])('%s: everyone is told so within 10 seconds, and all is well when it is back', async (name, away) => {
    const body = Array.from({ length: 120 }, (_, index) => aReportBody({ errorId: `${name} ${index}` }));
    await away();
    await Promise.all(calls.map((call) => expectAway(() => call(body), 10_000)));
    await proxy.listen();
    proxy.plan();
    await expectBack(body);
    expect(await (await app.post('errors', body)).json()).toMatchObject({ stored: 0, duplicates: 120 });
  });
});

describe('row 13: storage never answers', () => {
  it('everyone is told so within 10 seconds, those who come later too, and all is well when it answers', async () => {
    const bodies = Array.from({ length: 150 }, (_, index) => aReportBody({ errorId: `hang ${index}` }));
    proxy.plan(() => ({ kind: 'hang' }));
    const others = bodies.map((body) => expectAway(() => app.post('errors', body), 10_000));
    await Promise.all([...others, expectAway(() => app.call('health'), 5000)]);
    proxy.plan();
    await expectBack(bodies);
    expect(await (await app.post('errors', bodies)).json()).toMatchObject({ stored: 0, duplicates: 150 });
  });
});
