import * as z from 'zod';
import type { Position } from '../shared/domain/ports/error-log.ts';
import { entryStatuses } from '../shared/domain/problems/decision.ts';
import { textLimits } from '../shared/domain/reports/error-report.ts';
import { entryBody, toEntryBody } from '../shared/http/bodies/entry-body.ts';
import { problemParameters, timeParameters } from '../shared/http/error-filter-parameters.ts';
import { errorColumns } from '../shared/http/exports/error-columns.ts';
import {
  exportAnswer,
  exportMediaTypes,
  exportParameters,
  requestedExport,
} from '../shared/http/exports/export-answer.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { namesParameter, wordsParameter } from '../shared/http/list-parameters.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { findErrors } from '../shared/use-cases/find-errors.ts';
import type { ListedEntry } from '../shared/use-cases/page-entries.ts';

/** Time, id of the last entry, and where storage stopped; empty where there is none. */
const storedPosition = z.tuple([z.number(), z.string(), z.string()]);

/** GET /api/errors: entries newest first, filtered and paged, or all that match as CSV or xlsx. */
export const listErrors = httpFunction({
  id: 'listErrors',
  summary: 'List errors, newest first',
  description:
    'With `Accept: text/csv`, or the media type of xlsx, the answer is a file with all errors that match, whatever the page size: at most 100,000 rows (xlsx: 50,000) and 64 MiB. A last row that begins with `incomplete` gives the address of the rest.',
  method: 'GET',
  route: 'errors',
  scope: 'read',
  query: z.strictObject({
    ...problemParameters,
    record: namesParameter(z.string().min(1).max(textLimits.other), 'Record id of either side'),
    status: wordsParameter(z.enum(entryStatuses), 'Status'),
    ...timeParameters,
    q: z
      .string()
      .min(1)
      .max(512)
      .optional()
      .describe("A part of the message, of a record's id or of its name, ignoring case"),
    ...pageParameters,
    ...exportParameters,
  }),
  translated: true,
  answers: {
    200: {
      description: 'A page of errors, or all that match as a file',
      body: pageBody(entryBody).meta({ id: 'ErrorList' }),
      mediaTypes: exportMediaTypes,
      headers: ['content-disposition'],
    },
  },
  problems: ['invalid-page-token', 'storage-unavailable', 'too-many-exports'],
  handle: async (services: Services, { query: { separator, ...query }, url, language, header }) => {
    const { maxpagesize, pagetoken: _, ...filter } = query;
    const { links } = services;
    const pages = paging(services.desk, 'listErrors', query, url);
    const from = toPosition(await pages.position(storedPosition));
    const format = requestedExport(header('accept'), separator, language, services.timeZone);
    if (format) {
      const source = {
        read: async (at: Position | undefined, max: number) => {
          const { entries, next } = await findErrors(services, filter, at, max);
          return { rows: entries, next };
        },
        after: ({ entry }: ListedEntry) => ({ time: entry.report.occurredAt.getTime(), afterId: entry.id }),
        addressFrom: (at: Position) => pages.addressFrom(fromPosition(at)),
      };
      const columns = errorColumns(language, links);
      const order = { source, from, columns, format, name: 'Errors', language };
      return exportAnswer(services.exportSlots, order, 'errors');
    }
    const { entries, next } = await findErrors(services, filter, from, maxpagesize);
    const value = entries.map(({ entry, status }) => toEntryBody(entry, status, language, links));
    return { status: 200, body: { value, ...(await pages.nextLink(next && fromPosition(next))) } };
  },
});

function fromPosition({ time, afterId, resume }: Position): z.output<typeof storedPosition> {
  return [time, afterId ?? '', resume ?? ''];
}

function toPosition(stored: z.output<typeof storedPosition> | undefined): Position | undefined {
  if (!stored) return undefined;
  const [time, afterId, resume] = stored;
  return { time, afterId: afterId || undefined, resume: resume || undefined };
}
