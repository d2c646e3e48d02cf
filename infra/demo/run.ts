/**
 * `npm run demo [address]`: sends a day of errors to a running app and shows what came of it. The address may come from
 * `BASE_URL`, or its port from `PORT`; a key, where the app asks for keys, from `FUNCTION_KEY`.
 */
import type * as z from 'zod';
import { exampleSnapshot } from '../../shared/domain/settings-checks/example-snapshot.ts';
import { entryDetail, entryPage, problemPage, reportAnswer, validationAnswer } from './answers.ts';
import { AppCallError, type AppClient, appClient } from './app-client.ts';
import { errorsOfDay } from './day-of-errors.ts';
import { columns, shortened, timeOf, wrapped } from './show.ts';

const dayMs = 24 * 3_600_000;
const maxShown = 8;

async function demo(app: AppClient, address: string): Promise<void> {
  // The last whole day: its errors are all in the past, and the same until midnight.
  const day = new Date(Date.now() - dayMs).toISOString().slice(0, 10);
  await send(app, address, day);
  await list(app, day);
  const sample = await showProblems(app);
  if (sample) await showEntry(app, sample);
  await showFindings(app);
}

async function send(app: AppClient, address: string, day: string): Promise<void> {
  const errors = errorsOfDay(day);
  const companies = new Set(errors.map(({ company }) => company)).size;
  const mappings = new Set(errors.map(({ mapping }) => mapping)).size;
  const answer = reportAnswer.parse(await app.post('errors', errors));
  console.log(`${address}: ${errors.length} errors of ${day}, ${companies} companies, ${mappings} mappings`);
  const outcomes = `${answer.stored} stored, ${answer.duplicates} there already, ${answer.expired} expired, ${answer.invalid} invalid`;
  console.log(
    answer.stored === 0 && answer.duplicates > 0
      ? `Nothing new: ${outcomes}. However often a report is sent, it is stored once.`
      : outcomes,
  );
}

async function list(app: AppClient, day: string): Promise<void> {
  const until = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString();
  const entries = await pages(app, `errors?since=${day}T00:00:00Z&until=${until}&maxpagesize=100`, entryPage);
  console.log(`\nListed: ${entries.length} entries of that day; the newest:\n`);
  const rows = entries
    .slice(0, 4)
    .map(({ occurredAt, mapping = '', diagnosis, message }) => [
      timeOf(occurredAt),
      mapping,
      diagnosis.cause,
      shortened(message, 60),
    ]);
  console.log(columns(rows));
}

/** Shows the most frequent problems; gives the id of a sample entry of the first. */
async function showProblems(app: AppClient): Promise<string | undefined> {
  const problems = await pages(app, 'problems?maxpagesize=200', problemPage);
  problems.sort((one, other) => other.count - one.count);
  console.log(`\nProblems: ${problems.length}; the most frequent:\n`);
  const rows = problems
    .slice(0, maxShown)
    .map(({ count, company, mapping = '', cause, key, resolver }) => [
      count,
      cause,
      shortened(key, 28),
      resolver,
      mapping,
      company,
    ]);
  console.log(columns([['count', 'cause', 'key', 'who resolves it', 'mapping', 'company'], ...rows]));
  return problems[0]?.sampleErrorId;
}

async function showEntry(app: AppClient, id: string): Promise<void> {
  const { diagnosis, ...entry } = entryDetail.parse(await app.get(`errors/${id}`));
  console.log(`\nOne entry in full: /api/errors/${id}\n`);
  console.log(
    columns([
      ['occurred', entry.occurredAt],
      ['company', `${entry.company}, ${entry.mapping ?? 'no mapping'}, ${entry.direction ?? 'no direction'}`],
      ['record', `${entry.source?.recordId ?? ''} ${entry.source?.name ?? ''}`.trim()],
      ['status', entry.status],
      ['cause', `${diagnosis.title} (${diagnosis.cause}: ${diagnosis.key})`],
      ['resolver', diagnosis.resolver],
      ['checks', diagnosis.checks.join(', ')],
    ]),
  );
  console.log(`\n${wrapped(`“${entry.message}”`, '  ')}\n`);
  console.log(wrapped(diagnosis.explanation, '  '));
  diagnosis.steps.forEach((step, index) => {
    console.log(wrapped(`${index + 1}. ${step}`, '    '));
  });
}

async function showFindings(app: AppClient): Promise<void> {
  const { verdict, findings } = validationAnswer.parse(
    await app.post('validations', { snapshot: exampleSnapshot }),
  );
  const amiss = findings.filter(({ status }) => status === 'fail' || status === 'warn');
  const passed = findings.filter(({ status }) => status === 'pass').length;
  console.log(
    `\nThe settings behind them, judged from a snapshot: ${verdict}; ${amiss.length} of ${findings.length} checks ask for something, ${passed} pass\n`,
  );
  for (const { check, status, seen, remedy, explains } of amiss) {
    const errors = explains > 0 ? ` (accounts for ${explains} open errors)` : '';
    console.log(`  ${status}  ${check}${errors}`);
    console.log(wrapped(seen, '        '));
    if (remedy) console.log(wrapped(`→ ${remedy}`, '        '));
  }
}

/** All values of a list, page by page. */
async function pages<Value>(
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

const address =
  process.argv[2] ?? process.env['BASE_URL'] ?? `http://localhost:${process.env['PORT'] ?? 7071}`;
try {
  await demo(appClient(address, process.env['FUNCTION_KEY']), address);
} catch (error) {
  if (!(error instanceof AppCallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
