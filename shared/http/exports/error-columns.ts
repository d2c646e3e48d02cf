import { explain } from '../../domain/diagnosis/explain.ts';
import type { Language } from '../../domain/language.ts';
import type { LinkSettings } from '../../domain/links/record-link.ts';
import type { EntryStatus } from '../../domain/problems/decision.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import type { Column } from './export-table.ts';
import { sideColumns } from './side-columns.ts';
import { stepsCell } from './steps-cell.ts';

interface ListedEntry {
  readonly entry: ErrorEntry;
  readonly status: EntryStatus;
}

/** The columns of exported errors. */
export function errorColumns(language: Language, links: LinkSettings): readonly Column<ListedEntry>[] {
  return [
    { name: 'id', value: ({ entry }) => entry.id },
    { name: 'occurredAt', value: ({ entry }) => entry.report.occurredAt },
    { name: 'company', value: ({ entry }) => entry.report.company },
    { name: 'environment', value: ({ entry }) => entry.report.environment },
    { name: 'mapping', value: ({ entry }) => entry.report.mapping },
    { name: 'direction', value: ({ entry }) => entry.report.direction },
    { name: 'status', value: ({ status }) => status },
    { name: 'problemId', value: ({ entry }) => entry.problemId },
    { name: 'cause', value: ({ entry }) => entry.diagnosis.cause },
    { name: 'key', value: ({ entry }) => entry.diagnosis.key },
    { name: 'resolver', value: ({ entry }) => entry.diagnosis.resolver },
    { name: 'title', value: ({ entry }) => explain(entry.diagnosis, language).title },
    { name: 'steps', value: ({ entry }) => stepsCell(explain(entry.diagnosis, language).steps) },
    ...sideColumns(links),
    { name: 'message', value: ({ entry }) => entry.report.message },
  ];
}
