import * as z from 'zod';
import { problemStatuses } from '../shared/domain/problems/decision.ts';
import { problemBody, toListedProblemBody } from '../shared/http/bodies/problem-body.ts';
import { listParameter } from '../shared/http/comma-list.ts';
import { problemParameters, timeParameters } from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { pageBody, pageParameters, paging } from '../shared/http/paging.ts';
import type { Services } from '../shared/services.ts';
import { findProblems } from '../shared/use-cases/find-problems.ts';

/** When the last problem of the page was last seen, and its id. */
const storedPosition = z.tuple([z.number(), z.string()]);

/** GET /api/problems: problems with exact counts, last seen first. */
export const listProblems = httpFunction({
  id: 'listProblems',
  summary: 'List problems, last seen first',
  description: '`since` and `until` work by whole hours here.',
  method: 'GET',
  route: 'problems',
  scope: 'read',
  query: z.strictObject({
    ...problemParameters,
    status: listParameter(z.enum(problemStatuses), 'Status'),
    ...timeParameters,
    ...pageParameters,
  }),
  translated: true,
  answers: {
    200: { description: 'A page of problems', body: pageBody(problemBody).meta({ id: 'ProblemList' }) },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
  handle: async (services: Services, { query, url, language }) => {
    const { maxpagesize, pagetoken: _, ...filter } = query;
    const pages = paging(services.desk, 'listProblems', query, url);
    const stored = await pages.position(storedPosition);
    const from = stored && { lastSeenAt: stored[0], id: stored[1] };
    const { problems, next } = await findProblems(services, filter, from, maxpagesize);
    const value = problems.map(({ problem, ...sample }) => toListedProblemBody(problem, sample, language));
    return {
      status: 200,
      body: { value, ...(await pages.nextLink(next && [next.lastSeenAt, next.id])) },
    };
  },
});
