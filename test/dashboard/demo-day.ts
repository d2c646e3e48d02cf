import { errorsOfDay } from '../../infra/demo/day-of-errors.ts';
import { exampleSnapshot } from '../../shared/domain/settings-checks/example-snapshot.ts';
import type { RunningApp } from '../support/app.ts';

const hourMs = 3_600_000;

/** Fills an app as `npm run demo` does: the errors of a day, and a settings check of a snapshot. */
export async function fillWithDemo(
  app: RunningApp,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const end = Math.floor(Date.now() / hourMs) * hourMs;
  await send(app, 'errors', errorsOfDay(end - 24 * hourMs), headers);
  await send(app, 'validations', { snapshot: exampleSnapshot }, headers);
}

/** Posts JSON and gives the JSON of the answer. */
export async function send(
  app: RunningApp,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await app.call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  return JSON.parse(await answer.text());
}
