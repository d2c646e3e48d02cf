import type { LinkSettings } from '../../domain/links/record-link.ts';
import type { ToldRecord } from '../bodies/record-body.ts';
import { type Column, dateOf } from './export-table.ts';
import { sideColumns } from './side-columns.ts';

/** The columns of exported records. */
export function recordColumns(links: LinkSettings): readonly Column<ToldRecord>[] {
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'environment', value: ({ entry }) => entry.report.environment },
    { name: 'company', value: ({ entry }) => entry.report.company },
    ...sideColumns(links),
    { name: 'count', value: ({ count }) => count },
    { name: 'firstSeenAt', value: ({ firstSeenAt }) => dateOf(firstSeenAt) },
    { name: 'lastSeenAt', value: ({ lastSeenAt }) => dateOf(lastSeenAt) },
    { name: 'status', value: ({ status }) => status },
    { name: 'givenUp', value: ({ givenUp }) => givenUp?.status },
  ];
}
