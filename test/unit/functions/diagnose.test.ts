import { HttpRequest } from '@azure/functions';
import { expect, it } from 'vitest';
import { diagnoseTexts } from '../../../functions/diagnose.ts';
import { servicesWith } from '../../support/services.ts';

/** How often other work gets its turn while so many texts are diagnosed. */
async function turnsDuring(texts: number): Promise<number> {
  const body = Array.from({ length: texts }, (_, index) => ({ message: `The currency ${index} is missing` }));
  const request = new HttpRequest({
    method: 'POST',
    url: 'http://localhost/api/diagnoses',
    headers: { 'content-type': 'application/json' },
    body: { string: JSON.stringify(body) },
  });
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns++;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const caller = { name: 'tester', scopes: ['read'] } as const;
  const { status } = await diagnoseTexts.answer(servicesWith(), request, caller, () => undefined);
  isDone = true;
  expect(status).toBe(200);
  return turns;
}

it('gives other requests their turn while it diagnoses many texts', async () => {
  const few = await turnsDuring(1);
  expect(await turnsDuring(1000)).toBeGreaterThanOrEqual(few + 40);
});
