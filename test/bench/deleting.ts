import * as z from 'zod';
import type { HttpCaller } from './http-caller.ts';

const deletion = z.object({ id: z.string().optional(), deleted: z.number() });

/** Times a desk deletes the same, which it undoes in between. */
const times = 5;

/** Milliseconds until an answer says that everything older than a day is deleted; how much that was. */
export async function deleteOlder(caller: HttpCaller, isDesk: boolean) {
  return isDesk
    ? await cleanUp(caller, { olderThanDays: 1 })
    : await deleteRows(caller, '/api/errors?olderThanDays=1');
}

/** Milliseconds until an answer says that all that is left is deleted; how much that was. */
export async function deleteAll(caller: HttpCaller, isDesk: boolean) {
  return isDesk ? await cleanUp(caller, { all: true }) : await deleteRows(caller, '/api/errors');
}

async function cleanUp(caller: HttpCaller, request: Readonly<Record<string, unknown>>) {
  // Opens what the first clean-up needs, and changes nothing.
  await answerOf(caller, 'POST', '/api/cleanups', { ...request, preview: true });
  const ms: number[] = [];
  let deleted = 0;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    const answer = await answerOf(caller, 'POST', '/api/cleanups', request);
    ms.push(performance.now() - start);
    deleted = answer.deleted;
    await answerOf(caller, 'DELETE', `/api/cleanups/${answer.id}`);
  }
  return { ms, deleted };
}

async function deleteRows(caller: HttpCaller, path: string) {
  const start = performance.now();
  const { deleted } = await answerOf(caller, 'DELETE', path);
  return { ms: [performance.now() - start], deleted };
}

async function answerOf(caller: HttpCaller, method: string, path: string, request?: unknown) {
  const body = request === undefined ? undefined : Buffer.from(JSON.stringify(request));
  const answer = await caller.call(method, path, body);
  if (answer.status >= 300)
    throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return deletion.parse(JSON.parse(answer.body));
}
