import * as z from 'zod';
import type { Position } from '../shared/domain/ports/error-log.ts';
import { entryStatuses } from '../shared/domain/problems/decision.ts';
import { textLimits } from '../shared/domain/reports/error-report.ts';
import { entryBody, toEntryBody } from '../shared/http/bodies/entry-body.ts';
import { listParameter } from '../shared/http/comma-list.ts';
import { csvMediaType, csvOf, wantsCsv } from '../shared/http/csv.ts';
import { problemParameters, timeParameters } from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { findErrors } from '../shared/use-cases/find-errors.ts';

/** Time, id of the last entry, and where storage stopped; empty where there is none. */
const storedPosition = z.tuple([z.number(), z.string(), z.string()]);

/** Entries read at a time for a CSV. */
const entriesPerRead = 500;

/** GET /api/errors: entries newest first, filtered and paged, or all that match as CSV. */
export const listErrors = httpFunction({
  id: 'listErrors',
  summary: 'List errors, newest first',
  description: 'With `Accept: text/csv` the answer holds every matching error, whatever the page size.',
  method: 'GET',
  route: 'errors',
  scope: 'read',
  query: z.strictObject({
    ...problemParameters,
    record: listParameter(z.string().min(1).max(textLimits.other), 'Record id of either side'),
    status: listParameter(z.enum(entryStatuses), 'Status'),
    ...timeParameters,
    q: z.string().min(1).max(512).optional().describe('A part of the message, ignoring case'),
    ...pageParameters,
  }),
  translated: true,
  answers: {
    200: {
      description: 'A page of errors, or all that match as CSV',
      body: pageBody(entryBody).meta({ id: 'ErrorList' }),
      mediaTypes: [csvMediaType],
      headers: ['content-disposition'],
    },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
  handle: async (services: Services, { query, url, language, header }) => {
    const { maxpagesize, pagetoken: _, ...filter } = query;
    const { links } = services;
    const pages = paging(services.desk, 'listErrors', query, url);
    const from = toPosition(await pages.position(storedPosition));
    if (wantsCsv(header('accept'))) {
      const bytes = await csvOf((at) => findErrors(services, filter, at, entriesPerRead), from, links);
      return {
        status: 200,
        bytes,
        headers: {
          'content-type': `${csvMediaType}; charset=utf-8`,
          'content-disposition': 'attachment; filename="errors.csv"',
        },
      };
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
