import type { Filter, FilterName } from '../address/filter.ts';
import type { CleanupFilter, CleanupRequest } from '../api/generated-client.ts';

/** Which errors a clean-up is to delete. */
export type Choice = 'age' | 'all' | 'filter';

/** Parts of a filter that a clean-up does not take. */
const refused = [
  'status',
  'givenUp',
  'record',
  'since',
  'until',
  'firstSeenSince',
  'q',
] as const satisfies readonly FilterName[];

/** The set parts of a filter that a clean-up does not take. */
export function refusedParts(filter: Filter): (typeof refused)[number][] {
  return refused.filter((name) => filter[name] !== undefined);
}

/** A filter, and a problem, as a clean-up takes them; undefined where they select nothing in particular. */
export function cleanupFilterOf(
  { company, environment, mapping, direction, cause, resolver }: Filter,
  problem: string | undefined,
): CleanupFilter | undefined {
  const filter: CleanupFilter = {
    ...(company && { company: [...company] }),
    ...(environment && { environment: [...environment] }),
    ...(mapping && { mapping: [...mapping] }),
    ...(direction && { direction: [...direction] }),
    ...(cause && { cause: [...cause] }),
    ...(resolver && { resolver: [...resolver] }),
    ...(problem !== undefined && { problem: [problem] }),
  };
  return Object.keys(filter).length > 0 ? filter : undefined;
}

/** Days as typed: whole, 1 to 90. */
export function daysOf(text: string): number | undefined {
  const days = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
  return days >= 1 && days <= 90 ? days : undefined;
}

/** What to ask the API for; undefined where the choice cannot be carried out. */
export function requestOf(
  choice: Choice,
  days: string,
  filter: Filter,
  problem: string | undefined,
): CleanupRequest | undefined {
  if (choice === 'all') return { all: true };
  if (choice === 'age') {
    const olderThanDays = daysOf(days);
    return olderThanDays === undefined ? undefined : { olderThanDays };
  }
  const selected = cleanupFilterOf(filter, problem);
  return selected === undefined || refusedParts(filter).length > 0
    ? undefined
    : { all: true, filter: selected };
}
