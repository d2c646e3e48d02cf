import type { Finding, Verdict } from '../api/generated-client.ts';

/** Statuses in the order in which their findings are shown. */
const order = ['fail', 'warn', 'skipped', 'pass'] as const satisfies readonly Verdict[];

export interface FindingGroup {
  readonly status: Verdict;
  readonly findings: readonly Finding[];
}

/** Findings by status, the worst first; each group in the order of the API, without empty groups. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  return order
    .map((status) => ({ status, findings: findings.filter((finding) => finding.status === status) }))
    .filter((group) => group.findings.length > 0);
}

/** How many findings need attention. */
export function attentionCount(findings: readonly Finding[]): number {
  return findings.filter(({ status }) => status === 'fail' || status === 'warn').length;
}
