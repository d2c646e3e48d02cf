import type { Position } from '../../shared/domain/ports/error-log.ts';
import { buildExport } from '../../shared/http/exports/build-export.ts';
import { csvFormat } from '../../shared/http/exports/csv-format.ts';
import { errorColumns } from '../../shared/http/exports/error-columns.ts';
import { type FindErrorsPorts, findErrors } from '../../shared/use-cases/find-errors.ts';
import type { ListedEntry } from '../../shared/use-cases/page-entries.ts';

/** The lines of the CSV of all errors. */
export async function csvOfErrors(ports: FindErrorsPorts): Promise<string[]> {
  const source = {
    read: async (at: Position | undefined, max: number) => {
      const { entries, next } = await findErrors(ports, {}, at, max);
      return { rows: entries, next };
    },
    after: ({ entry }: ListedEntry) => ({ time: entry.report.occurredAt.getTime(), afterId: entry.id }),
    addressFrom: async () => '',
  };
  const columns = errorColumns('en', {});
  const order = {
    source,
    from: undefined,
    columns,
    format: csvFormat(','),
    name: 'Errors',
    language: 'en' as const,
  };
  return Buffer.from(await buildExport(order))
    .toString()
    .trim()
    .split('\r\n');
}
