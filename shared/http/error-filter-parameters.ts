import * as z from 'zod';
import { causes, resolvers } from '../domain/diagnosis/causes.ts';
import { problemId } from '../domain/problems/problem.ts';
import { dateTime, directions } from '../domain/reports/error-report.ts';
import { listParameter } from './comma-list.ts';

/** Filters on what a problem is, for lists of errors and of problems. */
export const problemParameters = {
  company: listParameter(z.string(), 'Name of the company'),
  environment: listParameter(z.string(), 'Business Central environment'),
  mapping: listParameter(z.string(), 'Integration table mapping'),
  direction: listParameter(z.enum(directions), 'Direction'),
  cause: listParameter(z.enum(causes), 'Cause'),
  resolver: listParameter(z.enum(resolvers), 'Who can act'),
  problem: listParameter(problemId, 'Id of the problem'),
};

/** Filters on when. */
export const timeParameters = {
  since: dateTime.optional().describe('From this moment on, inclusive'),
  until: dateTime.optional().describe('Before this moment, exclusive'),
};

/** Parameters of paging. */
export const pageParameters = {
  maxpagesize: z
    .string()
    .regex(/^\d{1,4}$/, 'Must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.int().min(1, 'Must be from 1 to 200').max(200, 'Must be from 1 to 200'))
    .default(50)
    .describe('Most items of a page, 1 to 200; a page may hold fewer and still have a nextLink'),
  pagetoken: z
    .string()
    .min(1)
    .max(3000)
    .optional()
    .describe('Where to go on: comes with nextLink, for the same filter only'),
};

/** What a page token is bound to: the list, and the filter in it. */
export function listName(operation: string, filter: Readonly<Record<string, unknown>>): string {
  return `${operation} ${JSON.stringify(filter)}`;
}
