import * as z from 'zod';
import { entryStatuses } from '../shared/domain/problems/decision.ts';
import { givenUpStatuses } from '../shared/domain/problems/given-up.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { recordBody, toRecordBody } from '../shared/http/bodies/record-body.ts';
import { problemParameters } from '../shared/http/error-filter-parameters.ts';
import {
  exportAnswer,
  exportMediaTypes,
  exportParameters,
  requestedExport,
} from '../shared/http/exports/export-answer.ts';
import { recordColumns } from '../shared/http/exports/record-columns.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { wordsParameter } from '../shared/http/list-parameters.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { type FoundRecord, findRecords } from '../shared/use-cases/find-records.ts';
import type { OrderKey } from '../shared/use-cases/problem-order.ts';

/** Id of the last record of the page, and when it failed last. */
const storedPosition = z.tuple([z.string(), z.number()]);

/** GET /api/problems/{id}/records: the records that a problem affects, newest failure first. */
export const listRecords = httpFunction({
  id: 'listRecords',
  summary: 'The records that a problem affects',
  description:
    'At most 1,000 records of a problem are told apart. An error that names no record counts for none. With `Accept: text/csv`, or the media type of xlsx, the answer is a file with all records that match, whatever the page size.',
  method: 'GET',
  route: 'problems/{id}/records',
  scope: 'read',
  params: z.strictObject({ id: problemId }),
  query: z.strictObject({
    company: problemParameters.company,
    mapping: problemParameters.mapping,
    status: wordsParameter(z.enum(entryStatuses), 'Status'),
    givenUp: wordsParameter(z.enum(givenUpStatuses), 'Given up by Business Central'),
    ...pageParameters,
    ...exportParameters,
  }),
  answers: {
    200: {
      description: 'A page of records, or all that match as a file',
      body: pageBody(recordBody).meta({ id: 'RecordList' }),
      mediaTypes: exportMediaTypes,
      headers: ['content-disposition'],
    },
  },
  problems: ['not-found', 'invalid-page-token', 'storage-unavailable', 'too-many-exports'],
  handle: async (services: Services, { params, query: { separator, ...query }, url, language, header }) => {
    const { maxpagesize, pagetoken: _, ...filter } = query;
    const pages = paging(services.desk, `listRecords ${params.id}`, query, url);
    const stored = await pages.position(storedPosition);
    const from = stored && { id: stored[0], values: [stored[1]] };
    const format = requestedExport(header('accept'), separator, language, services.timeZone);
    if (format) {
      const source = {
        read: async (at: OrderKey | undefined, max: number) => {
          const { records, next } = await findRecords(services, params.id, filter, { from: at, most: max });
          return { rows: records, next };
        },
        after: ({ id, lastSeenAt }: FoundRecord) => ({ id, values: [lastSeenAt] }),
        addressFrom: ({ id, values }: OrderKey) => pages.addressFrom([id, ...values]),
      };
      const columns = recordColumns(services.links);
      const order = { source, from, columns, format, name: 'Records', language };
      return exportAnswer(services.exportSlots, order, 'records');
    }
    const { records, next } = await findRecords(services, params.id, filter, { from, most: maxpagesize });
    const value = records.map((record) => toRecordBody(record, services.links));
    return { status: 200, body: { value, ...(await pages.nextLink(next && [next.id, ...next.values])) } };
  },
});
