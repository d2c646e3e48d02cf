import type { LinkSettings } from '../../domain/links/record-link.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { linksOf } from '../bodies/entry-body.ts';
import type { Column } from './export-table.ts';

/** The columns of both sides of an error: which record of which app, with a link. */
export function sideColumns(links: LinkSettings): readonly Column<{ readonly entry: ErrorEntry }>[] {
  return [
    { name: 'sourceApp', value: ({ entry }) => entry.report.source?.app },
    { name: 'sourceTable', value: ({ entry }) => entry.report.source?.table },
    { name: 'sourceRecordId', value: ({ entry }) => entry.report.source?.recordId },
    { name: 'sourceUrl', value: ({ entry }) => linksOf(entry, links).source },
    { name: 'destinationApp', value: ({ entry }) => entry.report.destination?.app },
    { name: 'destinationTable', value: ({ entry }) => entry.report.destination?.table },
    { name: 'destinationRecordId', value: ({ entry }) => entry.report.destination?.recordId },
    { name: 'destinationUrl', value: ({ entry }) => linksOf(entry, links).destination },
  ];
}
