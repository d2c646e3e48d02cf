import type { NextProblem, Resolver } from '../api/generated-client.ts';

export type GroupName = 'administrator' | 'recordUser' | 'support' | 'unrecognized';

export interface Group {
  readonly name: GroupName;
  readonly problems: readonly NextProblem[];
  /** Place of its first problem among all. */
  readonly first: number;
}

const groupOf: Readonly<Record<Resolver, GroupName>> = {
  administrator: 'administrator',
  'record-user': 'recordUser',
  support: 'support',
  // The overview lists these elsewhere.
  wait: 'support',
  unknown: 'unrecognized',
};

const order: readonly GroupName[] = ['administrator', 'recordUser', 'support', 'unrecognized'];

/** Problems by who can act, each group in the order it came in; empty groups are left out. */
export function groupsOf(problems: readonly NextProblem[]): Group[] {
  const groups: Group[] = [];
  for (const name of order) {
    const found = problems.filter(({ resolver }) => groupOf[resolver] === name);
    const first = groups.reduce((sum, group) => sum + group.problems.length, 0);
    if (found.length > 0) groups.push({ name, problems: found, first });
  }
  return groups;
}
