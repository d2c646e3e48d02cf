import type { LinkSettings } from '../domain/links/record-link.ts';
import type { EntryStatus } from '../domain/problems/decision.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import { linksOf } from './bodies/entry-body.ts';
import { weightedValues } from './quality-values.ts';

/** Media type of the export. */
export const csvMediaType = 'text/csv';

type Listed = { readonly entry: ErrorEntry; readonly status: EntryStatus };

interface Page<Position> {
  readonly entries: readonly Listed[];
  readonly next: Position | undefined;
}

/** Columns of the export, in order, with the value of each. */
const columns: Readonly<
  Record<string, (listed: Listed, links: ReturnType<typeof linksOf>) => string | undefined>
> = {
  id: ({ entry }) => entry.id,
  occurredAt: ({ entry }) => entry.report.occurredAt.toISOString(),
  company: ({ entry }) => entry.report.company,
  environment: ({ entry }) => entry.report.environment,
  mapping: ({ entry }) => entry.report.mapping,
  direction: ({ entry }) => entry.report.direction,
  status: ({ status }) => status,
  cause: ({ entry }) => entry.diagnosis.cause,
  key: ({ entry }) => entry.diagnosis.key,
  resolver: ({ entry }) => entry.diagnosis.resolver,
  sourceApp: ({ entry }) => entry.report.source?.app,
  sourceTable: ({ entry }) => entry.report.source?.table,
  sourceRecordId: ({ entry }) => entry.report.source?.recordId,
  sourceUrl: (_, { source }) => source,
  destinationApp: ({ entry }) => entry.report.destination?.app,
  destinationTable: ({ entry }) => entry.report.destination?.table,
  destinationRecordId: ({ entry }) => entry.report.destination?.recordId,
  destinationUrl: (_, { destination }) => destination,
  message: ({ entry }) => entry.report.message,
};

/** Excel reads a file as UTF-8 when it begins with this mark. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** A CSV of all entries from `from` on. Each page is kept as bytes only, so that one page of entries is in memory. */
export async function csvOf<Position>(
  pageFrom: (from: Position | undefined) => Promise<Page<Position>>,
  from: Position | undefined,
  links: LinkSettings,
): Promise<Uint8Array> {
  const chunks = [Buffer.from(`${byteOrderMark}${Object.keys(columns).join(',')}${lineEnd}`)];
  let position = from;
  do {
    const { entries, next } = await pageFrom(position);
    chunks.push(Buffer.from(entries.map((listed) => csvLine(listed, links)).join('')));
    position = next;
  } while (position !== undefined);
  return Buffer.concat(chunks);
}

/** CSV only for callers that prefer it to JSON; a browser's `Accept` gets JSON. */
export function wantsCsv(accept: string | undefined): boolean {
  const weightOf = (type: string) => weightedValues(accept).find(({ value }) => value === type)?.weight ?? 0;
  return weightOf(csvMediaType) > weightOf('application/json');
}

function csvLine(listed: Listed, settings: LinkSettings): string {
  const links = linksOf(listed.entry, settings);
  return (
    Object.values(columns)
      .map((value) => csvCell(value(listed, links) ?? ''))
      .join(',') + lineEnd
  );
}

/**
 * A CSV cell that spreadsheets do not read as a formula: a text that begins like one gets an apostrophe before it
 * (OWASP, CSV injection). All but plain words are quoted.
 */
export function csvCell(text: string): string {
  const guarded = /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /^[\w.:-]*$/.test(guarded) ? guarded : `"${guarded.replaceAll('"', '""')}"`;
}
