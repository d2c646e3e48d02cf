/** `npm run check`: tests, lint, types, build and audit. The last line, `N passed, N failed`, counts the tests. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const report = join(folder, 'tests.json');

const steps = [
  { name: 'test', options: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] },
  { name: 'lint', options: [] },
  { name: 'typecheck', options: [] },
  { name: 'build', options: [] },
  { name: 'audit', options: [] },
] as const;

/** Runs an npm script. True if it succeeded. */
async function run({ name, options }: { name: string; options: readonly string[] }): Promise<boolean> {
  const child = spawn('npm', ['run', name, '--', ...options], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    // npm is a command file on Windows.
    shell: process.platform === 'win32',
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

const testReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** The counts of the test runner's report. A file that did not load counts as one failure. `undefined` without report. */
function testCounts(): string | undefined {
  let tests: z.output<typeof testReport>;
  try {
    tests = testReport.parse(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return undefined;
  }
  const notLoaded = tests.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return `${tests.numPassedTests} passed, ${tests.numFailedTests + notLoaded.length} failed`;
}

const failed: string[] = [];
// One after the other, because the other steps would slow down the tests.
for (const step of steps) if (!(await run(step))) failed.push(step.name);
const counts = testCounts();
rmSync(folder, { recursive: true, force: true });
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
if (counts === undefined) console.error('The test runner wrote no report');
else console.log(counts);
process.exitCode = failed.length > 0 || counts === undefined ? 1 : 0;
