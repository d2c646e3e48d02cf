import * as z from 'zod';
import { problemStatuses } from '../shared/domain/problems/decision.ts';
import { givenUpStatuses } from '../shared/domain/problems/given-up.ts';
import { dateTime } from '../shared/domain/reports/error-report.ts';
import { problemBody, toListedProblemBody } from '../shared/http/bodies/problem-body.ts';
import { listParameter } from '../shared/http/comma-list.ts';
import { problemParameters, timeParameters } from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { findProblems } from '../shared/use-cases/find-problems.ts';
import { problemOrders } from '../shared/use-cases/problem-order.ts';

/** The order of the last problem of the page, and its id. */
const storedPosition = z.tuple([z.string()], z.number());

/** Sample texts that one page can have: each is a storage call. */
const maxSamples = 50;

/** GET /api/problems: problems with exact counts, records and impact. */
export const listProblems = httpFunction({
  id: 'listProblems',
  summary: 'List problems, last seen first',
  description:
    '`company`, `mapping` and `direction` select places: counts, times and the newest error are of those. `since` and `until` count by whole hours, and move neither the first nor the last time seen.',
  method: 'GET',
  route: 'problems',
  scope: 'read',
  query: z
    .strictObject({
      ...problemParameters,
      status: listParameter(z.enum(problemStatuses), 'Status'),
      givenUp: listParameter(z.enum(givenUpStatuses), 'With records that Business Central gave up'),
      ...timeParameters,
      firstSeenSince: dateTime
        .optional()
        .describe('First seen at this moment or later, whatever is selected'),
      orderby: z.enum(problemOrders).default('lastSeenAt').describe('The largest, or the latest, first'),
      expand: listParameter(z.enum(['steps', 'sample']), 'Explanation and steps, texts of samples'),
      series: z
        .enum(['hour', 'day', 'none'])
        .default('hour')
        .describe('Counts by hour, by day, or not at all'),
      ...pageParameters,
    })
    .superRefine(({ expand, maxpagesize }, context) => {
      if (!expand?.includes('sample') || maxpagesize <= maxSamples) return;
      const message = `At most ${maxSamples} with expand=sample`;
      context.addIssue({ code: 'custom', path: ['maxpagesize'], message });
    }),
  translated: true,
  answers: {
    200: { description: 'A page of problems', body: pageBody(problemBody).meta({ id: 'ProblemList' }) },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
  handle: async (services: Services, { query, url, language }) => {
    const { maxpagesize, pagetoken: _, orderby, expand = [], series, ...filter } = query;
    const pages = paging(services.desk, 'listProblems', query, url);
    const stored = await pages.position(storedPosition);
    const { problems, next } = await findProblems(services, filter, {
      order: orderby,
      from: stored && { id: stored[0], values: stored.slice(1).filter((value) => typeof value === 'number') },
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
