import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppCallError, appClient } from '../../infra/demo/app-client.ts';
import { errorsOfDay } from '../../infra/demo/day-of-errors.ts';
import { demo } from '../../infra/demo/demo.ts';
import { diagnose } from '../../shared/domain/diagnosis/diagnose.ts';
import { checkReport } from '../../shared/domain/reports/report-check.ts';
import { overviewBody } from '../../shared/http/bodies/overview-body.ts';
import { problemDetailBody } from '../../shared/http/bodies/problem-detail-body.ts';
import { type RunningApp, startApp } from '../support/app.ts';

const script = join(import.meta.dirname, '../../infra/demo/run.ts');

/** Runs the demo in a process of its own, as `npm run demo` does. */
async function runDemo(
  address: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  try {
    const options = { env: { ...process.env, ...environment } };
    return { code: 0, ...(await promisify(execFile)(process.execPath, [script, address], options)) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

/** Errors of the first three problems of the overview and of what follows from them. */
async function errorsThatEnd(app: RunningApp): Promise<number> {
  const read = async (path: string) => {
    const answer = await app.call(path, { headers: { 'x-functions-key': 'host-key' } });
    return JSON.parse(await answer.text());
  };
  const first = overviewBody.parse(await read('overview')).next.slice(0, 3);
  const ids = new Set(first.flatMap(({ id, children }) => [id, ...children]));
  let sum = 0;
  for (const id of ids) sum += problemDetailBody.parse(await read(`problems/${id}`)).count;
  return sum;
}

describe('the demo', () => {
  const key = 'host-key';
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ keys: { master: 'master-key', default: key } });
  });
  afterAll(() => app?.close());

  it('stores a day of errors and shows the answers of the app', async () => {
    let text = '';
    for await (const part of demo(appClient(app.url, key))) text += `${part}\n`;
    expect(text).toContain('300 stored, 0 already there, 0 expired, 0 invalid');
    expect(text).toContain('Listed 300 errors of these hours');
    expect(text).toMatch(/46 +11 {2}missing-privilege +prvWriteAccount +administrator/);
    expect(text).toContain('The integration user lacks a privilege in Dataverse');
    expect(text).toMatch(/fail {2}integration-user-roles \(explains 46 open errors\)/);
    expect(text).toContain('Business Central has no exchange rate for GBP');
    const ending = text.slice(text.indexOf('What to do first'));
    expect(
      ending
        .trim()
        .split('\n')
        .filter((line) => line.trim() !== '').length,
    ).toBeLessThanOrEqual(10);
    const told = /Fix these (\d+) things and (\d+) of (\d+) errors stop/.exec(ending) ?? [];
    expect(told.slice(1).map(Number)).toEqual([3, await errorsThatEnd(app), 300]);
  });

  it('stores nothing new when it runs again', async () => {
    const { code, stdout, stderr } = await runDemo(app.url, { FUNCTION_KEY: key });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('0 stored, 300 already there');
    expect(stdout).toContain('Listed 300 errors of these hours');
  });

  it('asks for a key where the app requires one', async () => {
    const first = demo(appClient(app.url, undefined)).next();
    await expect(first).rejects.toThrow(AppCallError);
    await expect(first).rejects.toThrow('FUNCTION_KEY');
  });
});

it('says what to do when no app is running, and fails', async () => {
  // A port that was free a moment ago.
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The server has no port');

  const url = `http://127.0.0.1:${address.port}`;
  expect(await runDemo(url)).toEqual({
    code: 1,
    stdout: '',
    stderr: `No app answers at ${url}. Start it with: npm start\n`,
  });
});

describe('the errors of a day', () => {
  it('tell the same story at any hour', () => {
    const storyFrom = (start: number) =>
      errorsOfDay(start).map(({ occurredAt, errorId: _, jobId: _job, ...rest }) => ({
        ...rest,
        after: Date.parse(occurredAt) - start,
      }));
    const story = storyFrom(Date.UTC(2026, 10, 22, 7));
    expect(storyFrom(Date.UTC(2026, 10, 23, 18))).toEqual(story);
    // Whatever the minute at which the demo runs, all of it is of the last 24 hours.
    expect(Math.min(...story.map(({ after }) => after))).toBeGreaterThanOrEqual(3_600_000);
  });

  const now = new Date('2026-11-23T00:00:00Z');
  const start = Date.UTC(2026, 10, 22);
  const nextStart = Date.UTC(2026, 10, 23);
  const checked = errorsOfDay(start).map((value) => checkReport({ value }, now));
  const reports = checked.flatMap((one) => ('report' in one ? [one.report] : []));

  it('are valid and of that day, the same each time and different on another day', () => {
    expect(reports).toHaveLength(300);
    expect(reports.every(({ occurredAt }) => occurredAt.toISOString().startsWith('2026-11-22'))).toBe(true);
    expect(errorsOfDay(start)).toEqual(errorsOfDay(start));
    const ids = [...errorsOfDay(start), ...errorsOfDay(nextStart)].map(({ errorId }) => errorId);
    expect(new Set(ids).size).toBe(600);
  });

  it('come from two companies, in both directions and several languages', () => {
    expect(new Set(reports.map(({ company }) => company)).size).toBe(2);
    expect(new Set(reports.map(({ direction }) => direction)).size).toBe(2);
    expect(new Set(reports.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5);
  });

  it('have known causes, except those that come from a partner extension', () => {
    const unclassified = reports.filter((report) => diagnose(report).cause === 'unclassified');
    expect(new Set(unclassified.map(({ mapping }) => mapping))).toEqual(new Set(['OPPORTUNITY']));
  });
});
