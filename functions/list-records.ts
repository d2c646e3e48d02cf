import * as z from 'zod';
import { entryStatuses } from '../shared/domain/problems/decision.ts';
import { givenUpStatuses } from '../shared/domain/problems/given-up.ts';
import { problemId } from '../shared/domain/problems/problem.ts';
import { recordBody, toRecordBody } from '../shared/http/bodies/record-body.ts';
import { listParameter } from '../shared/http/comma-list.ts';
import { problemParameters } from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { findRecords } from '../shared/use-cases/find-records.ts';

/** Id of the last record of the page, and when it failed last. */
const storedPosition = z.tuple([z.string(), z.number()]);

/** GET /api/problems/{id}/records: the records that a problem affects, newest failure first. */
export const listRecords = httpFunction({
  id: 'listRecords',
  summary: 'The records that a problem affects',
  description:
    'At most 1,000 records of a problem are told apart. An error that names no record counts for none.',
  method: 'GET',
  route: 'problems/{id}/records',
  scope: 'read',
  params: z.strictObject({ id: problemId }),
  query: z.strictObject({
    company: problemParameters.company,
    mapping: problemParameters.mapping,
    status: listParameter(z.enum(entryStatuses), 'Status'),
    givenUp: listParameter(z.enum(givenUpStatuses), 'Given up by Business Central'),
    ...pageParameters,
  }),
  answers: {
    200: { description: 'A page of records', body: pageBody(recordBody).meta({ id: 'RecordList' }) },
  },
  problems: ['not-found', 'invalid-page-token', 'storage-unavailable'],
  handle: async (services: Services, { params, query, url }) => {
    const { maxpagesize, pagetoken: _, ...filter } = query;
    const pages = paging(services.desk, `listRecords ${params.id}`, query, url);
    const stored = await pages.position(storedPosition);
    const from = stored && { id: stored[0], values: [stored[1]] };
    const { records, next } = await findRecords(services, params.id, filter, { from, most: maxpagesize });
    const value = records.map((record) => toRecordBody(record, services.links));
    return { status: 200, body: { value, ...(await pages.nextLink(next && [next.id, ...next.values])) } };
  },
});
