import { Cause, Direction, GivenUpStatus, ProblemStatus, Resolver } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';
import type { Formats } from '../messages/formats.ts';
import type { Pill } from './applied.ts';

/** A choice of a filter in words. */
export function pillText(
  { name, value }: Pick<Pill, 'name' | 'value'>,
  t: Messages,
  format: Formats,
): string {
  return `${t.filters.names[name]}: ${valueText(name, value, t, format)}`;
}

function valueText(name: Pill['name'], value: string, t: Messages, format: Formats): string {
  const known = <Word extends string>(words: readonly Word[]) => words.find((word) => word === value);
  const cause = name === 'cause' && known(Object.values(Cause));
  if (cause) return t.causes[cause];
  const resolver = name === 'resolver' && known(Object.values(Resolver));
  if (resolver) return t.resolvers[resolver];
  const status = name === 'status' && known(Object.values(ProblemStatus));
  if (status) return t.statuses[status];
  const direction = name === 'direction' && known(Object.values(Direction));
  if (direction) return t.directions[direction];
  const givenUp = name === 'givenUp' && known(Object.values(GivenUpStatus));
  if (givenUp) return t.filters.givenUpWords[givenUp];
  if (name === 'since' || name === 'until' || name === 'firstSeenSince') return format.moment(value);
  return value;
}
