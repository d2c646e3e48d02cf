import { type Cause, causeTable, type Resolver } from '../../shared/domain/diagnosis/causes.ts';

/** Who resolves a cause by default. */
export const resolverOf = (cause: Cause): Resolver => causeTable[cause].resolver;
