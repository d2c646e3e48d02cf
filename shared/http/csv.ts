import type { EntryStatus } from '../domain/problems/decision.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import { type LinkSettings, linksOf } from './bodies/entry-body.ts';

/** Media type of the export. */
export const csvMediaType = 'text/csv';

type Listed = { readonly entry: ErrorEntry; readonly status: EntryStatus };

interface Page<Position> {
  readonly entries: readonly Listed[];
  readonly next: Position | undefined;
}

/** Columns of the export, in order, and what they hold. */
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

/** Excel takes a file for UTF-8 by this mark. */
const byteOrderMark = '\uFEFF';

/**
 * A CSV of all entries from `from` on, page after page as the reader takes them, so that memory stays flat. The first
 * page is read before this resolves: a storage that is down is still an answer of its own then.
 */
export async function csvStream<Position>(
  pageFrom: (from: Position | undefined) => Promise<Page<Position>>,
  from: Position | undefined,
  links: LinkSettings,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let page: Page<Position> | undefined = await pageFrom(from);
  let head = `${byteOrderMark}${Object.keys(columns).join(',')}${lineEnd}`;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = head;
      head = '';
      // A page may be empty and still have a next one; an empty chunk would be no answer to this pull.
      while (page && text === '') {
        text = page.entries.map((listed) => csvLine(listed, links)).join('');
        page = page.next === undefined ? undefined : await pageFrom(page.next);
      }
      if (text === '') controller.close();
      else controller.enqueue(encoder.encode(text));
    },
  });
}

const lineEnd = '\r\n';

function csvLine(listed: Listed, settings: LinkSettings): string {
  const links = linksOf(listed.entry, settings);
  return (
    Object.values(columns)
      .map((value) => csvCell(value(listed, links) ?? ''))
      .join(',') + lineEnd
  );
}

/**
 * A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it (OWASP, CSV
 * injection), and everything but plain words is quoted.
 */
export function csvCell(text: string): string {
  const guarded = /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /^[\w.:-]*$/.test(guarded) ? guarded : `"${guarded.replaceAll('"', '""')}"`;
}
