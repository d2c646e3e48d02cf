import * as z from 'zod';
import { problemStatuses } from '../shared/domain/problems/decision.ts';
import { givenUpStatuses } from '../shared/domain/problems/given-up.ts';
import { dateTime } from '../shared/domain/reports/error-report.ts';
import { problemBody, toListedProblemBody } from '../shared/http/bodies/problem-body.ts';
import { problemParameters, timeParameters } from '../shared/http/error-filter-parameters.ts';
import {
  exportAnswer,
  exportMediaTypes,
  exportParameters,
  requestedExport,
} from '../shared/http/exports/export-answer.ts';
import { problemColumns } from '../shared/http/exports/problem-columns.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { wordsParameter } from '../shared/http/list-parameters.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { findProblems, type ListedProblem } from '../shared/use-cases/find-problems.ts';
import { type OrderKey, orderKeyOf, problemOrders } from '../shared/use-cases/problem-order.ts';

/** The order of the last problem of the page, and its id. */
const storedPosition = z.tuple([z.string()], z.number());

/** Sample texts that one page can have: each is a storage call. */
const maxSamples = 50;

/** GET /api/problems: problems with exact counts, records and impact. */
export const listProblems = httpFunction({
  id: 'listProblems',
  summary: 'List problems, last seen first',
  description:
    '`company`, `mapping` and `direction` select places: counts, times and the newest error are of those. `since` and `until` count by whole hours, and move neither the first nor the last time seen. With `Accept: text/csv`, or the media type of xlsx, the answer is a file with all problems that match, whatever the page size.',
  method: 'GET',
  route: 'problems',
  scope: 'read',
  query: z
    .strictObject({
      ...problemParameters,
      status: wordsParameter(z.enum(problemStatuses), 'Status'),
      givenUp: wordsParameter(z.enum(givenUpStatuses), 'With records that Business Central gave up'),
      ...timeParameters,
      firstSeenSince: dateTime
        .optional()
        .describe('First seen at this moment or later, whatever is selected'),
      orderby: z.enum(problemOrders).default('lastSeenAt').describe('The largest, or the latest, first'),
      expand: wordsParameter(z.enum(['steps', 'sample']), 'Explanation and steps, texts of samples'),
      series: z
        .enum(['hour', 'day', 'none'])
        .default('hour')
        .describe('Counts by hour, by day, or not at all'),
      ...pageParameters,
      ...exportParameters,
    })
    .superRefine(({ expand, maxpagesize }, context) => {
      if (!expand?.includes('sample') || maxpagesize <= maxSamples) return;
      const message = `At most ${maxSamples} with expand=sample`;
      context.addIssue({ code: 'custom', path: ['maxpagesize'], message });
    }),
  translated: true,
  answers: {
    200: {
      description: 'A page of problems, or all that match as a file',
      body: pageBody(problemBody).meta({ id: 'ProblemList' }),
      mediaTypes: exportMediaTypes,
      headers: ['content-disposition'],
    },
  },
  problems: ['invalid-page-token', 'storage-unavailable', 'too-many-exports'],
  handle: async (services: Services, { query: { separator, ...query }, url, language, header }) => {
    const { maxpagesize, pagetoken: _, orderby, expand = [], series, ...filter } = query;
    const pages = paging(services.desk, 'listProblems', query, url);
    const stored = await pages.position(storedPosition);
    const from = stored && {
      id: stored[0],
      values: stored.slice(1).filter((value) => typeof value === 'number'),
    };
    const format = requestedExport(header('accept'), separator, language, services.timeZone);
    if (format) {
      const now = services.now();
      const source = {
        read: async (at: OrderKey | undefined, max: number) => {
          const options = { order: orderby, from: at, most: max, withSamples: false };
          const { problems, next } = await findProblems(services, filter, options);
          return { rows: problems, next };
        },
        after: ({ known, problem }: ListedProblem) => orderKeyOf(known, problem, orderby, now),
        addressFrom: ({ id, values }: OrderKey) => pages.addressFrom([id, ...values]),
      };
      const order = { source, from, columns: problemColumns(language), format, name: 'Problems', language };
      return exportAnswer(services.exportSlots, order, 'problems');
    }
    const { problems, next } = await findProblems(services, filter, {
      order: orderby,
      from,
      most: maxpagesize,
      withSamples: expand.includes('sample'),
    });
    const options = {
      language,
      series: series === 'none' ? undefined : series,
      withSteps: expand.includes('steps'),
    };
    const value = problems.map((problem) => toListedProblemBody(problem, options));
    return { status: 200, body: { value, ...(await pages.nextLink(next && [next.id, ...next.values])) } };
  },
});
