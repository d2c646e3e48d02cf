import * as z from 'zod';
import { causes, resolvers } from '../domain/diagnosis/causes.ts';
import { problemId } from '../domain/problems/problem.ts';
import { dateTime, directions } from '../domain/reports/error-report.ts';
import { listParameter } from './comma-list.ts';

/** Filters on the traits of problems, for lists of errors and of problems. */
export const problemParameters = {
  company: listParameter(z.string(), 'Name of the company'),
  environment: listParameter(z.string(), 'Business Central environment'),
  mapping: listParameter(z.string(), 'Integration table mapping'),
  direction: listParameter(z.enum(directions), 'Direction'),
  cause: listParameter(z.enum(causes), 'Cause'),
  resolver: listParameter(z.enum(resolvers), 'Who can act'),
  problem: listParameter(problemId, 'Id of the problem'),
};

/** Filters on the time of errors. */
export const timeParameters = {
  since: dateTime.optional().describe('From this moment, inclusive'),
  until: dateTime.optional().describe('Until this moment, exclusive'),
};
