/** `npm run audit`: known vulnerabilities of the deployed packages. Does not fail if the registry gives no answer. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;
/** Severities that make the audit fail. */
const seriousSeverities: readonly string[] = ['high', 'critical'];

const auditReport = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ name: z.string(), severity: z.enum(severities), range: z.string() }),
  ),
  metadata: z.object({ dependencies: z.object({ prod: z.number() }) }),
});

/** A text about the output of `npm audit --json`, and whether the audit failed. */
export function judgeAudit(output: string): { readonly text: string; readonly failed: boolean } {
  const report = auditReport.safeParse(jsonOf(output));
  if (!report.success)
    return {
      text: 'Audit skipped: the registry gave no answer about vulnerabilities',
      failed: false,
    };
  const { vulnerabilities, metadata } = report.data;
  const found = Object.values(vulnerabilities);
  const failed = found.some(({ severity }) => seriousSeverities.includes(severity));
  const list = found.map(({ name, severity, range }) => `${severity}: ${name} ${range}`);
  const checked = `${metadata.dependencies.prod} dependencies checked`;
  return { text: [`${checked}, ${found.length} with known vulnerabilities`, ...list].join('\n'), failed };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // npm writes its own failures as plain text.
    return undefined;
  }
}

if (import.meta.main) {
  const { stdout } = spawnSync(
    'npm',
    ['audit', '--json', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=20000'],
    {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
      // npm is a command file on Windows.
      shell: process.platform === 'win32',
    },
  );
  const { text, failed } = judgeAudit(stdout ?? '');
  console.log(text);
  process.exitCode = failed ? 1 : 0;
}
