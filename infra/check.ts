/** `npm run check`: tests, lint, types, build and audit; its last line is `N passed, N failed`, from the runner's report. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const report = join(folder, 'tests.json');

const steps = [
  { name: 'test', values: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] },
  { name: 'lint', values: [] },
  { name: 'typecheck', values: [] },
  { name: 'build', values: [] },
  { name: 'audit', values: [] },
] as const;

/** Runs an npm script and tells whether it succeeded. */
async function run({ name, values }: { name: string; values: readonly string[] }): Promise<boolean> {
  const child = spawn('npm', ['run', name, '--', ...values], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    // npm is a command file on Windows.
    shell: process.platform === 'win32',
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The counts of the test runner's own report; a file that did not load is one failure. `undefined` without report. */
function testCounts(): string | undefined {
  let tests: TestReport;
  try {
    tests = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
  const unloaded = tests.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  return `${tests.numPassedTests} passed, ${tests.numFailedTests + unloaded.length} failed`;
}

const failed: string[] = [];
// One after the other: the later ones would take processor time from the tests.
for (const step of steps) if (!(await run(step))) failed.push(step.name);
const counts = testCounts();
rmSync(folder, { recursive: true, force: true });
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
if (counts === undefined) console.error('The test runner wrote no report');
else console.log(counts);
process.exitCode = failed.length > 0 || counts === undefined ? 1 : 0;
