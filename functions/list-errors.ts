import * as z from 'zod';
import type { Position } from '../shared/domain/ports/error-log.ts';
import { entryStatuses } from '../shared/domain/problems/decision.ts';
import { textLimits } from '../shared/domain/reports/error-report.ts';
import { entryBody, toEntryBody } from '../shared/http/bodies/entry-body.ts';
import { listParameter } from '../shared/http/comma-list.ts';
import { csvMediaType, csvStream } from '../shared/http/csv.ts';
import {
  listName,
  pageParameters,
  problemParameters,
  timeParameters,
} from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import { nextLinkOf, pageToken, positionIn } from '../shared/http/page-token.ts';
import { weightedValues } from '../shared/http/quality-values.ts';
import type { Services } from '../shared/services.ts';
import { findErrors as list } from '../shared/use-cases/find-errors.ts';

const errorList = z
  .strictObject({
    value: z.array(entryBody),
    nextLink: z.string().optional().describe('The next page; absent on the last'),
  })
  .meta({ id: 'ErrorList' });

/** GET /api/errors: entries newest first, filtered and paged, or all that match as CSV. */
export const listErrorsOperation = operation({
  id: 'listErrors',
  summary: 'List errors, newest first',
  description:
    'With `Accept: text/csv` every matching entry is streamed as CSV, whatever maxpagesize says; the storage calls told are those made until the answer began.',
  method: 'GET',
  route: 'errors',
  scope: 'read',
  params: noParameters,
  query: z.strictObject({
    ...problemParameters,
    record: listParameter(z.string().min(1).max(textLimits.other), 'Record id of either side'),
    status: listParameter(z.enum(entryStatuses), 'Status'),
    ...timeParameters,
    q: z.string().min(1).max(512).optional().describe('A part of the message, ignoring case'),
    ...pageParameters,
  }),
  body: noBody,
  answers: {
    200: {
      description: 'A page of errors, or all that match as CSV',
      body: errorList,
      mediaTypes: [csvMediaType],
      headers: ['content-language', 'vary', 'content-disposition'],
    },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
});

const storedPosition = z.tuple([z.number(), z.string(), z.string()]);

/** Entries asked for at a time while a CSV is written. */
const entriesPerChunk = 500;

/** The function behind {@link listErrorsOperation}. */
export const listErrors = ({ errorLog, desk, retentionDays, now, links }: Services) =>
  httpFunction(listErrorsOperation, async ({ query, url, language, header }) => {
    const { maxpagesize, pagetoken, ...filter } = query;
    const name = listName(listErrorsOperation.id, filter);
    const from = pagetoken
      ? toPosition(positionIn(await desk.tokenKey(), name, pagetoken, storedPosition))
      : undefined;
    const ports = { errorLog, desk, retentionDays, now };
    if (wantsCsv(header('accept'))) {
      const stream = await csvStream((at) => list(ports, filter, at, entriesPerChunk), from, links);
      return {
        status: 200,
        stream,
        headers: {
          'content-type': `${csvMediaType}; charset=utf-8`,
          'content-disposition': 'attachment; filename="errors.csv"',
          vary: 'Accept',
        },
      };
    }
    const { entries, next } = await list(ports, filter, from, maxpagesize);
    return {
      status: 200,
      body: {
        value: entries.map(({ entry, status }) => toEntryBody(entry, status, language, links)),
        ...(next
          ? { nextLink: nextLinkOf(url, pageToken(await desk.tokenKey(), name, fromPosition(next))) }
          : {}),
      },
      headers: { 'content-language': language, vary: 'Accept, Accept-Language' },
    };
  });

function fromPosition({ time, afterId, resume }: Position): [number, string, string] {
  return [time, afterId ?? '', resume ?? ''];
}

function toPosition([time, afterId, resume]: z.output<typeof storedPosition>): Position {
  return { time, afterId: afterId || undefined, resume: resume || undefined };
}

/** CSV only for who prefers it to JSON: anything else, a browser's header too, gets JSON. */
function wantsCsv(accept: string | undefined): boolean {
  const weightOf = (type: string) => weightedValues(accept).find(({ value }) => value === type)?.weight ?? 0;
  return weightOf(csvMediaType) > weightOf('application/json');
}
