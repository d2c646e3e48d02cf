import type { LinkSettings } from '../../domain/links/record-link.ts';
import { linksOf } from '../bodies/entry-body.ts';
import type { ToldRecord } from '../bodies/record-body.ts';
import { type Column, dateOf } from './export-table.ts';

/** The columns of exported records. */
export function recordColumns(links: LinkSettings): readonly Column<ToldRecord>[] {
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'environment', value: ({ entry }) => entry.report.environment },
    { name: 'company', value: ({ entry }) => entry.report.company },
    { name: 'sourceApp', value: ({ entry }) => entry.report.source?.app },
    { name: 'sourceTable', value: ({ entry }) => entry.report.source?.table },
    { name: 'sourceRecordId', value: ({ entry }) => entry.report.source?.recordId },
    { name: 'sourceUrl', value: ({ entry }) => linksOf(entry, links).source },
    { name: 'destinationApp', value: ({ entry }) => entry.report.destination?.app },
    { name: 'destinationTable', value: ({ entry }) => entry.report.destination?.table },
    { name: 'destinationRecordId', value: ({ entry }) => entry.report.destination?.recordId },
    { name: 'destinationUrl', value: ({ entry }) => linksOf(entry, links).destination },
    { name: 'count', value: ({ count }) => count },
    { name: 'firstSeenAt', value: ({ firstSeenAt }) => dateOf(firstSeenAt) },
    { name: 'lastSeenAt', value: ({ lastSeenAt }) => dateOf(lastSeenAt) },
    { name: 'status', value: ({ status }) => status },
    { name: 'givenUp', value: ({ givenUp }) => givenUp?.status },
  ];
}
