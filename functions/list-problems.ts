import * as z from 'zod';
import { problemStatuses } from '../shared/domain/problems/decision.ts';
import { problemBody, toProblemBody } from '../shared/http/bodies/problem-body.ts';
import { listParameter } from '../shared/http/comma-list.ts';
import {
  listName,
  pageParameters,
  problemParameters,
  timeParameters,
} from '../shared/http/error-filter-parameters.ts';
import { httpFunction } from '../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../shared/http/operation.ts';
import { nextLinkOf, pageToken, positionIn } from '../shared/http/page-token.ts';
import type { Services } from '../shared/services.ts';
import { findProblems as list } from '../shared/use-cases/find-problems.ts';

const problemList = z
  .strictObject({
    value: z.array(problemBody),
    nextLink: z.string().optional().describe('The next page; absent on the last'),
  })
  .meta({ id: 'ProblemList' });

/** GET /api/problems: problems with exact counts, by when they were last seen. */
export const listProblemsOperation = operation({
  id: 'listProblems',
  summary: 'List problems, last seen first',
  description: '`since` and `until` work by whole hours here.',
  method: 'GET',
  route: 'problems',
  scope: 'read',
  params: noParameters,
  query: z.strictObject({
    ...problemParameters,
    status: listParameter(z.enum(problemStatuses), 'Status'),
    ...timeParameters,
    ...pageParameters,
  }),
  body: noBody,
  answers: {
    200: { description: 'A page of problems', body: problemList, headers: ['content-language', 'vary'] },
  },
  problems: ['invalid-page-token', 'storage-unavailable'],
});

const storedPosition = z.tuple([z.number(), z.string()]);

/** The function behind {@link listProblemsOperation}. */
export const listProblems = ({ errorLog, desk, retentionDays, now }: Services) =>
  httpFunction(listProblemsOperation, async ({ query, url, language }) => {
    const { maxpagesize, pagetoken, ...filter } = query;
    const name = listName(listProblemsOperation.id, filter);
    const position = pagetoken
      ? positionIn(await desk.tokenKey(), name, pagetoken, storedPosition)
      : undefined;
    const from = position ? { lastSeenAt: position[0], id: position[1] } : undefined;
    const { problems, next } = await list({ errorLog, desk, retentionDays, now }, filter, from, maxpagesize);
    return {
      status: 200,
      body: {
        value: problems.map((problem) => toProblemBody(problem, language)),
        ...(next
          ? { nextLink: nextLinkOf(url, pageToken(await desk.tokenKey(), name, [next.lastSeenAt, next.id])) }
          : {}),
      },
      headers: { 'content-language': language, vary: 'Accept-Language' },
    };
  });
