import * as z from 'zod';
import { cleanupKinds } from '../../domain/cleanups/cleanup.ts';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { certainties } from '../../domain/diagnosis/diagnosis.ts';
import { decidedStatuses, entryStatuses, problemStatuses } from '../../domain/problems/decision.ts';
import { givenUpStatuses } from '../../domain/problems/given-up.ts';

// Each has a name in the API description, so that generated clients have one type for it.
export const causeWord = z.enum(causes).meta({ id: 'Cause' });
export const resolverWord = z.enum(resolvers).meta({ id: 'Resolver' });
export const entryStatusWord = z.enum(entryStatuses).meta({ id: 'EntryStatus' });
export const problemStatusWord = z.enum(problemStatuses).meta({ id: 'ProblemStatus' });
export const decidedStatusWord = z.enum(decidedStatuses).meta({ id: 'DecidedStatus' });
export const cleanupKindWord = z.enum(cleanupKinds).meta({ id: 'CleanupKind' });
export const certaintyWord = z.enum(certainties).meta({
  id: 'Certainty',
  description: '`exact`: a known text or code decided. `likely`: only the words of the message did',
});
export const givenUpWord = z.enum(givenUpStatuses).meta({ id: 'GivenUpStatus' });
