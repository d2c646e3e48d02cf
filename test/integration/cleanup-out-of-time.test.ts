import { expect, it } from 'vitest';
import { continueCleanup } from '../../functions/continue-cleanup.ts';
import { startCleanup } from '../../functions/start-cleanup.ts';
import { undoCleanup } from '../../functions/undo-cleanup.ts';
import { cleanupBody } from '../../shared/http/bodies/cleanup-body.ts';
import type { HttpFunction } from '../../shared/http/http-function.ts';
import type { Services } from '../../shared/services.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { call } from '../support/call.ts';
import { aReportBody } from '../support/reports.ts';
import { servicesWith } from '../support/services.ts';

async function ask(
  httpFunction: HttpFunction<Services>,
  services: Services,
  params: Record<string, string>,
  body?: unknown,
) {
  const answer = await call(httpFunction, services, 'cleanups', { params, body });
  expect(httpFunction.answers).toHaveProperty(String(answer.status));
  return { status: answer.status, cleanup: cleanupBody.parse(answer.body) };
}

it('answers 202 until a filtered clean-up is done, and until its undo is', async () => {
  const services = servicesWith({
    // A full store takes longer than a request may: here the time is over at the second look at it.
    timeBox: () => {
      let looks = 1;
      return () => looks-- <= 0;
    },
  });
  const count = 250;
  const occurredAt = new Date().toISOString();
  await storeReports(
    services,
    Array.from({ length: count }, (_, index) => ({
      value: aReportBody({ errorId: `e${index}`, occurredAt }),
    })),
  );
  // One transaction of 98 entries fits into each request.
  const started = await ask(startCleanup, services, {}, { all: true, filter: { company: 'CRONUS' } });
  expect(started).toMatchObject({ status: 202, cleanup: { done: false, deleted: 98 } });
  const { id } = started.cleanup;
  const second = await ask(continueCleanup, services, { id });
  expect(second).toMatchObject({ status: 202, cleanup: { done: false, deleted: 196 } });
  const third = await ask(continueCleanup, services, { id });
  expect(third).toMatchObject({ status: 200, cleanup: { done: true, deleted: count } });
  const undone = await ask(undoCleanup, services, { id });
  expect(undone).toMatchObject({ status: 202, cleanup: { done: false, undoneAt: expect.any(String) } });
  expect((await ask(continueCleanup, services, { id })).status).toBe(202);
  expect(await ask(continueCleanup, services, { id })).toMatchObject({
    status: 200,
    cleanup: { done: true },
  });
});
