import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpFunctions } from '../../../functions/http-functions.ts';
import { startApp } from '../../support/app.ts';
import { call } from '../../support/call.ts';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.ts';
import { aReportBody } from '../../support/reports.ts';
import { servicesWith } from '../../support/services.ts';
import { storageThrough } from '../../support/storage.ts';

/** The parts of an answer that are checked. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends a request to one of the app's functions, by the id of its operation. */
type Send = (id: string, path: string, body?: unknown) => Promise<Answer>;

/** The functions of an app whose storage is behind the proxy, called without a host. */
function functionsThrough(proxy: FaultProxy): Send {
  const { errorLog, desk } = storageThrough(proxy);
  const services = servicesWith({ errorLog, desk, checkStorage: () => desk.ping() });
  return (id, path, body) => {
    const httpFunction = httpFunctions.find((one) => one.id === id);
    if (!httpFunction) throw new Error(`There is no operation ${id}`);
    return call(httpFunction, services, path, { body });
  };
}

const someBodies = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => aReportBody({ errorId: `${name} ${index}` }));

/** Answers of all operations that cannot do without storage, whatever is cached. */
const askAll = (send: Send, bodies: unknown) =>
  Promise.all([
    send('reportErrors', 'errors', bodies),
    send('listErrors', 'errors'),
    send('listProblems', 'problems'),
    send('listCleanups', 'cleanups'),
    send('startCleanup', 'cleanups', { all: true, preview: true }),
    send('health', 'health'),
  ]);

/** A 503 says when to try again and nothing about storage. */
function expectAway({ status, headers, text }: Answer): void {
  expect(status).toBe(503);
  expect(headers['content-type']).toBe('application/problem+json');
  expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(JSON.parse(text)).toMatchObject({ code: 'storage-unavailable' });
  expect(text).not.toMatch(/127\.0\.0\.1|devstoreaccount|ECONN|batch/);
}

/** Everything works again without a restart, and what is sent once more is stored once. */
async function expectBack(send: Send, bodies: readonly unknown[]): Promise<void> {
  // Callers share one check of health for 3 seconds.
  await expect.poll(async () => (await send('health', 'health')).status, { timeout: 10_000 }).toBe(200);
  const { text } = await send('reportErrors', 'errors', bodies);
  expect(JSON.parse(text)).toMatchObject({ invalid: 0, expired: 0 });
  expect((await send('listErrors', 'errors')).status).toBe(200);
  expect((await send('listProblems', 'problems')).status).toBe(200);
  const again = await send('reportErrors', 'errors', bodies);
  expect(JSON.parse(again.text)).toMatchObject({ stored: 0, duplicates: bodies.length });
}

let proxy: FaultProxy;
beforeAll(async () => {
  proxy = await startFaultProxy();
});
afterAll(() => proxy[Symbol.asyncDispose]());

const busy = { kind: 'answer', status: 503, code: 'ServerBusy' } as const;

describe('storage is away', () => {
  let send: Send;
  beforeEach(async () => {
    send = functionsThrough(proxy);
    expect((await send('reportErrors', 'errors', aReportBody())).status).toBe(201);
  });

  it.each([
    ['nobody listens', () => proxy.shut()],
    ['it is busy', () => proxy.plan(() => busy)],
    ['it is busy and says for how long', () => proxy.plan(() => ({ ...busy, retryAfter: '30' }))],
    ['connections are reset', () => proxy.plan(() => ({ kind: 'refuse' }))],
  ])('%s: every caller gets a 503, and everything works when it is back', async (name, away) => {
    const bodies = someBodies(name, 120);
    await away();
    for (const answer of await askAll(send, bodies)) expectAway(answer);
    await proxy.listen();
    proxy.plan();
    await expectBack(send, bodies);
  });
});

describe('storage never answers', () => {
  it('every caller gets a 503, later ones too, and everything works when it answers', async () => {
    const send = functionsThrough(proxy);
    const bodies = someBodies('hang', 150);
    proxy.plan(() => ({ kind: 'hang' }));
    const callers = bodies.map((body) => send('reportErrors', 'errors', body));
    for (const answer of await Promise.all([...callers, send('health', 'health')])) expectAway(answer);
    proxy.plan();
    await expectBack(send, bodies);
  });
});

describe('the app on the host, with its real limits', () => {
  it('answers while nobody listens, and works when storage is back', async () => {
    const app = await startApp({ settings: { ERROR_LOG: proxy.connectionString } });
    try {
      const send: Send = async (_, path, body) => {
        const response = await (body === undefined ? app.call(path) : app.post(path, body));
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          text: await response.text(),
        };
      };
      const bodies = someBodies('app', 120);
      expect((await send('reportErrors', 'errors', aReportBody())).status).toBe(201);
      await proxy.shut();
      for (const answer of await askAll(send, bodies)) expectAway(answer);
      await proxy.listen();
      await expectBack(send, bodies);
    } finally {
      await app.close();
    }
  });
});
