import type * as z from 'zod';
import { hourMs } from '../../shared/domain/reports/days.ts';
import { exampleSnapshot } from '../../shared/domain/settings-checks/example-snapshot.ts';
import { entryDetail, entryPage, overview, problemPage, reportAnswer, validationAnswer } from './answers.ts';
import type { AppClient } from './app-client.ts';
import { errorsOfDay } from './day-of-errors.ts';
import { columns, shortened, wrapped } from './text-layout.ts';

const maxProblems = 5;
/** The problems that the last lines tell to fix. */
const maxNext = 3;

/**
 * Sends a day of errors to the app, then gives texts that show its answers, one after the other.
 * @throws {AppCallError} if the app does not answer or refuses a call.
 */
export async function* demo(app: AppClient): AsyncGenerator<string> {
  // The last 24 whole hours: the story is the same at any time of day.
  const end = Math.floor(Date.now() / hourMs) * hourMs;
  const start = end - 24 * hourMs;
  yield await sendErrors(app, start);
  yield await countEntries(app, start, end);

  const problems = await allPages(app, 'problems?orderby=count&series=none&maxpagesize=200', problemPage);
  yield `\nThey are ${problems.length} problems. The most frequent:\n`;
  yield columns([
    ['errors', 'records', 'cause', 'key', 'who resolves it'],
    ...problems
      .slice(0, maxProblems)
      .map(({ count, records, cause, key = '', resolver }) => [
        count,
        records.count,
        cause,
        shortened(key, 28),
        resolver,
      ]),
  ]);

  const sample = problems[0]?.sampleErrorId;
  if (sample !== undefined) yield await explainEntry(app, sample);
  yield await validateSnapshot(app);
  yield await showOverview(app, problems);
}

async function sendErrors(app: AppClient, start: number): Promise<string> {
  const errors = errorsOfDay(start);
  const answer = reportAnswer.parse(await app.post('errors', errors));
  const { stored, duplicates, expired, invalid } = answer;
  return `Sent ${errors.length} errors of the last 24 hours: ${stored} stored, ${duplicates} already there, ${expired} expired, ${invalid} invalid`;
}

async function countEntries(app: AppClient, start: number, end: number): Promise<string> {
  const [since, until] = [start, end].map((at) => new Date(at).toISOString());
  const path = `errors?since=${since}&until=${until}&maxpagesize=200`;
  const { length } = await allPages(app, path, entryPage);
  return `Listed ${length} errors of these hours. An error is stored once, however often it is sent.`;
}

type Problem = z.output<typeof problemPage>['value'][number];

/** The overview in ten lines: what to do first, and what that ends. */
async function showOverview(app: AppClient, problems: readonly Problem[]): Promise<string> {
  const { next, waiting, open, byResolver } = overview.parse(await app.get('overview'));
  const first = next.slice(0, maxNext);
  // What follows from a problem ends with it; it counts once, whatever it follows from.
  const ended = new Set(first.flatMap(({ id, children }) => [id, ...children]));
  const errors = problems.filter(({ id }) => ended.has(id)).reduce((sum, { count }) => sum + count, 0);
  const byWhom = byResolver.filter((one) => one.errors > 0).map((one) => `${one.resolver} ${one.errors}`);
  return [
    '\nWhat to do first, as GET /api/overview tells it:\n',
    ...first.map(
      ({ title, key, count, impact, givenUp }, index) =>
        `  ${index + 1}. ${title}${key ? `: ${key}` : ''} (${count} errors, ${impact} records wait, ${givenUp.likely + givenUp.confirmed} given up)`,
    ),
    `  Fix these ${first.length} things and ${errors} of ${open.errors} errors stop.`,
    `  Open: ${open.problems} problems, ${open.new} new, ${open.regressed} seen again, ${open.givenUp} records given up by Business Central`,
    `  Errors by who resolves them: ${byWhom.join(', ')}`,
    `  Waiting for nobody: ${waiting.map(({ title, count }) => `${title} (${count})`).join(', ') || 'nothing'}`,
  ].join('\n');
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
