import * as z from 'zod';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { directions } from '../../domain/reports/error-report.ts';

/** The traits of a problem as rows hold them. */
export const storedTraits = z.object({
  company: z.string(),
  environment: z.string(),
  mapping: z.string(),
  direction: z.enum([...directions, '']),
  cause: z.enum(causes),
  key: z.string(),
  resolver: z.enum(resolvers),
});
