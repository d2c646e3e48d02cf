import { HttpRequest, InvocationContext } from '@azure/functions';
import { expect, inject, it } from 'vitest';
import { continueCleanup } from '../../functions/continue-cleanup.ts';
import { startCleanup } from '../../functions/start-cleanup.ts';
import { undoCleanup } from '../../functions/undo-cleanup.ts';
import { readConfig } from '../../shared/config.ts';
import { cleanupBody } from '../../shared/http/bodies/cleanup-body.ts';
import { atBoundary } from '../../shared/http/boundary.ts';
import type { HttpFunction } from '../../shared/http/http-function.ts';
import { createServices, type Services } from '../../shared/services.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { aReportBody } from '../support/reports.ts';
import { freshPrefix } from '../support/storage.ts';

// A full store takes longer than a request may: here the time box is over after so many looks at the clock.
function servicesWith(looks: number): Services {
  const config = readConfig({ ERROR_LOG: inject('errorLog'), ERROR_LOG_PREFIX: freshPrefix() });
  return {
    ...createServices(config),
    timeBox: () => {
      let left = looks;
      return () => left-- <= 0;
    },
  };
}

async function call(
  httpFunction: HttpFunction<Services>,
  services: Services,
  params: Record<string, string>,
  body?: unknown,
) {
  const { handler } = atBoundary(httpFunction, services, 'keys');
  const request = new HttpRequest({
    method: httpFunction.method,
    url: 'http://localhost/api/cleanups',
    params,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: { string: JSON.stringify(body) } }),
  });
  const context = new InvocationContext({
    functionName: httpFunction.id,
    logHandler: () => undefined,
  });
  const { status, body: text } = { body: undefined, status: undefined, ...(await handler(request, context)) };
  expect(httpFunction.answers).toHaveProperty(String(status));
  return { status, cleanup: cleanupBody.parse(JSON.parse(String(text))) };
}

it('answers 202 until a filtered clean-up is done, and takes it back in parts as well', async () => {
  const services = servicesWith(1);
  const count = 250;
  const occurredAt = new Date().toISOString();
  await storeReports(
    services,
    Array.from({ length: count }, (_, index) => ({
      value: aReportBody({ errorId: `e${index}`, occurredAt }),
    })),
  );
  // One transaction of 99 entries fits into each request.
  const started = await call(startCleanup, services, {}, { all: true, filter: { company: 'CRONUS' } });
  expect(started).toMatchObject({ status: 202, cleanup: { done: false, deleted: 99 } });
  const { id } = started.cleanup;
  const second = await call(continueCleanup, services, { id });
  expect(second).toMatchObject({ status: 202, cleanup: { done: false, deleted: 198 } });
  const third = await call(continueCleanup, services, { id });
  expect(third).toMatchObject({ status: 200, cleanup: { done: true, deleted: count } });
  const undone = await call(undoCleanup, services, { id });
  expect(undone).toMatchObject({ status: 200, cleanup: { done: false, undoneAt: expect.any(String) } });
  expect((await call(continueCleanup, services, { id })).status).toBe(202);
  expect(await call(continueCleanup, services, { id })).toMatchObject({
    status: 200,
    cleanup: { done: true },
  });
});
