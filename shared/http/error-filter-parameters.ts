import * as z from 'zod';
import { causes, resolvers } from '../domain/diagnosis/causes.ts';
import { problemId } from '../domain/problems/problem.ts';
import { dateTime, directions } from '../domain/reports/error-report.ts';
import { namesParameter, wordsParameter } from './list-parameters.ts';

/** Filters on the traits of problems, for lists of errors and of problems. */
export const problemParameters = {
  company: namesParameter(z.string(), 'Name of the company'),
  environment: namesParameter(z.string(), 'Business Central environment'),
  mapping: namesParameter(z.string(), 'Integration table mapping'),
  direction: wordsParameter(z.enum(directions), 'Direction'),
  cause: wordsParameter(z.enum(causes), 'Cause'),
  resolver: wordsParameter(z.enum(resolvers), 'Who can act'),
  problem: wordsParameter(problemId, 'Id of the problem'),
};

/** Filters on the time of errors. */
export const timeParameters = {
  since: dateTime.optional().describe('From this moment, inclusive'),
  until: dateTime.optional().describe('Until this moment, exclusive'),
};
