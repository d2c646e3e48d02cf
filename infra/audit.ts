/** `npm run audit`: known vulnerabilities of what is deployed; says so, and fails nothing, where no registry tells them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;
/** Severities that fail the audit. */
const serious: readonly string[] = ['high', 'critical'];

const auditReport = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ name: z.string(), severity: z.enum(severities), range: z.string() }),
  ),
  metadata: z.object({ dependencies: z.object({ prod: z.number() }) }),
});

/** What `npm audit --json` wrote, as a sentence, and whether it is a reason to stop. */
export function judgeAudit(output: string): { readonly text: string; readonly failed: boolean } {
  const report = auditReport.safeParse(jsonOf(output));
  if (!report.success)
    return {
      text: 'Not available here: no answer of the registry to the audit of dependencies',
      failed: false,
    };
  const { vulnerabilities, metadata } = report.data;
  const found = Object.values(vulnerabilities);
  const failed = found.some(({ severity }) => serious.includes(severity));
  const list = found.map(({ name, severity, range }) => `${severity}: ${name} ${range}`);
  const checked = `${metadata.dependencies.prod} dependencies checked`;
  return { text: [`${checked}, ${found.length} with known vulnerabilities`, ...list].join('\n'), failed };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // npm writes its own failures as text.
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
