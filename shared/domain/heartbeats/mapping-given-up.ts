import type { Heartbeat } from './heartbeat.ts';

/** What the heartbeats of a sender say of the records of a mapping that Business Central gave up. */
export interface MappingGivenUp {
  readonly mapping: string;
  /** How many there are by the last heartbeat; undefined where it does not say. */
  readonly count: number | undefined;
  /** When a heartbeat last said that there is none, by the sender's clock, ms since 1970. */
  readonly noneAt: number | undefined;
}

/** The same after one more heartbeat: the mappings that it names, then the others. */
export function mappingsAfter(
  before: readonly MappingGivenUp[],
  { mappings = [], sentAt }: Pick<Heartbeat, 'mappings' | 'sentAt'>,
): MappingGivenUp[] {
  const earlier = new Map(before.map(({ mapping, noneAt }) => [mapping, noneAt]));
  const named = Map.groupBy(mappings, ({ name }) => name);
  const now = [...named].map(([mapping, runs]) => {
    const count = sumOf(runs.map(({ givenUp }) => givenUp));
    return { mapping, count, noneAt: count === 0 ? sentAt.getTime() : earlier.get(mapping) };
  });
  const others = [...earlier].flatMap(([mapping, noneAt]) =>
    named.has(mapping) ? [] : [{ mapping, count: undefined, noneAt }],
  );
  return [...now, ...others].filter(({ count, noneAt }) => count !== undefined || noneAt !== undefined);
}

/** A mapping can have a run for each direction: the sum is known once each of them says it. */
function sumOf(counts: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const count of counts) {
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
}

/** Where records are given up. */
export interface MappingPlace {
  readonly environment: string;
  readonly company: string;
  readonly mapping: string;
}

/** What the heartbeats say of one mapping of one company. */
export type GivenUpByHeartbeat = (place: MappingPlace) => MappingGivenUp | undefined;

/** What the last heartbeats of all senders say, by place. */
export function givenUpByHeartbeat(
  senders: readonly {
    readonly environment: string;
    readonly company: string;
    readonly givenUp: readonly MappingGivenUp[];
  }[],
): GivenUpByHeartbeat {
  const said = new Map(
    senders.flatMap(({ environment, company, givenUp }) =>
      givenUp.map((one) => [placeKey({ environment, company, mapping: one.mapping }), one]),
    ),
  );
  return (place) => (said.size === 0 ? undefined : said.get(placeKey(place)));
}

function placeKey({ environment, company, mapping }: MappingPlace): string {
  return JSON.stringify([environment, company, mapping]);
}
