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
    expect(text).toContain('Listed 300 errors of that day');
    expect(text).toMatch(
      /46 {2}missing-privilege +prvWriteAccount +administrator +CRONUS International Ltd\./,
    );
    expect(text).toContain('The integration user lacks a privilege in Dataverse');
    expect(text).toMatch(/fail {2}integration-user-roles \(explains 46 open errors\)/);
    expect(text).toContain('Business Central has no exchange rate for GBP');
  });

  it('stores nothing new when it runs again', async () => {
    const { code, stdout, stderr } = await runDemo(app.url, { FUNCTION_KEY: key });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('0 stored, 300 already there');
    expect(stdout).toContain('Listed 300 errors of that day');
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
  const now = new Date('2026-11-23T00:00:00Z');
  const checked = errorsOfDay('2026-11-22').map((value) => checkReport({ value }, now));
  const reports = checked.flatMap((one) => ('report' in one ? [one.report] : []));

  it('are valid and of that day, the same each time and different on another day', () => {
    expect(reports).toHaveLength(300);
    expect(reports.every(({ occurredAt }) => occurredAt.toISOString().startsWith('2026-11-22'))).toBe(true);
    expect(errorsOfDay('2026-11-22')).toEqual(errorsOfDay('2026-11-22'));
    const ids = [...errorsOfDay('2026-11-22'), ...errorsOfDay('2026-11-23')].map(({ errorId }) => errorId);
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
