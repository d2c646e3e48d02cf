import type * as z from 'zod';
import { dayMs } from '../../shared/domain/reports/days.ts';
import { exampleSnapshot } from '../../shared/domain/settings-checks/example-snapshot.ts';
import { entryDetail, entryPage, problemPage, reportAnswer, validationAnswer } from './answers.ts';
import type { AppClient } from './app-client.ts';
import { errorsOfDay } from './day-of-errors.ts';
import { columns, shortened, wrapped } from './text-layout.ts';

const maxProblems = 5;

/**
 * Sends a day of errors to the app, then gives texts that show its answers, one after the other.
 * @throws {AppCallError} if the app does not answer or refuses a call.
 */
export async function* demo(app: AppClient): AsyncGenerator<string> {
  // Yesterday: all its errors are in the past, and they stay the same until midnight.
  const day = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
  yield await sendErrors(app, day);
  yield await countEntries(app, day);

  const problems = await allPages(app, 'problems?maxpagesize=200', problemPage);
  problems.sort((one, other) => other.count - one.count);
  yield `\nThey are ${problems.length} problems. The most frequent:\n`;
  yield columns([
    ['errors', 'cause', 'key', 'who resolves it', 'companies'],
    ...problems
      .slice(0, maxProblems)
      .map(({ count, cause, key, resolver, places }) => [
        count,
        cause,
        shortened(key, 28),
        resolver,
        [...new Set(places.map(({ company }) => company))].join('; '),
      ]),
  ]);

  const sample = problems[0]?.sampleErrorId;
  if (sample !== undefined) yield await explainEntry(app, sample);
  yield await validateSnapshot(app);
}

async function sendErrors(app: AppClient, day: string): Promise<string> {
  const errors = errorsOfDay(day);
  const answer = reportAnswer.parse(await app.post('errors', errors));
  const { stored, duplicates, expired, invalid } = answer;
  return `Sent ${errors.length} errors of ${day}: ${stored} stored, ${duplicates} already there, ${expired} expired, ${invalid} invalid`;
}

async function countEntries(app: AppClient, day: string): Promise<string> {
  const until = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString();
  const path = `errors?since=${day}T00:00:00Z&until=${until}&maxpagesize=200`;
  const { length } = await allPages(app, path, entryPage);
  return `Listed ${length} errors of that day. An error is stored once, however often it is sent.`;
}

async function explainEntry(app: AppClient, id: string): Promise<string> {
  const { title, explanation, steps } = entryDetail.parse(await app.get(`errors/${id}`)).diagnosis;
  return [
    `\nThe first problem, as GET /api/errors/${id} explains it:\n`,
    `  ${title}`,
    wrapped(explanation, '  '),
    ...steps.map((step, index) => wrapped(`${index + 1}. ${step}`, '    ')),
  ].join('\n');
}

async function validateSnapshot(app: AppClient): Promise<string> {
  const answer = await app.post('validations', { snapshot: exampleSnapshot });
  const { findings } = validationAnswer.parse(answer);
  const faults = findings.filter(({ status }) => status === 'fail' || status === 'warn');
  return [
    `\nSettings of an example snapshot: ${faults.length} of ${findings.length} findings need attention\n`,
    ...faults.flatMap(({ check, status, seen, explains }) => [
      `  ${status}  ${check}${explains > 0 ? ` (explains ${explains} open errors)` : ''}`,
      wrapped(seen, '        '),
    ]),
  ].join('\n');
}

/** The values of all pages of a list. */
async function allPages<Value>(
  app: AppClient,
  path: string,
  schema: z.ZodType<{ value: Value[]; nextLink?: string | undefined }>,
): Promise<Value[]> {
  const values: Value[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: { value: Value[]; nextLink?: string | undefined } = schema.parse(await app.get(next));
    values.push(...page.value);
    next = page.nextLink;
  }
  return values;
}
