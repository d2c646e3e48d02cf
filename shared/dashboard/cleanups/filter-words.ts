import type { CleanupFilter } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';

/** The parts of a clean-up's filter in words, such as "Mapping: CUSTOMER, VENDOR"; without its problems. */
export function filterWords(
  { company, environment, mapping, direction, cause, resolver }: CleanupFilter,
  t: Messages,
): string[] {
  const { names } = t.filters;
  const parts = [
    [names.cause, cause?.map((one) => t.causes[one])],
    [names.resolver, resolver?.map((one) => t.resolvers[one])],
    [names.mapping, mapping],
    [names.company, company],
    [names.environment, environment],
    [names.direction, direction?.map((one) => t.directions[one])],
  ] as const;
  return parts.flatMap(([name, values]) => (values?.length ? [`${name}: ${values.join(', ')}`] : []));
}
