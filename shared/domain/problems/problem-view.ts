import { type Decision, type ProblemStatus, problemStatus } from './decision.ts';
import type { HourCount } from './pair-counts.ts';
import type { PairFacts, Place, ProblemTraits } from './problem.ts';

/** A place of a problem with its counts; times in ms since 1970. */
export interface PlaceView extends Place {
  readonly count: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** A problem as readers see it; times in ms since 1970, absent where it has no entries. */
export interface ProblemView {
  readonly id: string;
  readonly traits: ProblemTraits;
  /** Of the whole problem, whatever places are selected. */
  readonly status: ProblemStatus;
  /** Of the selected places and hours. */
  readonly count: number;
  /** Of the selected places, whatever hours are selected. */
  readonly firstSeenAt: number | undefined;
  readonly lastSeenAt: number | undefined;
  /** Hours with a count, oldest first. */
  readonly series: readonly { readonly at: number; readonly count: number }[];
  /** The selected places, by count. */
  readonly places: readonly PlaceView[];
  readonly decision: Decision | undefined;
}

/** Counts of one pair of problem and place, as many as are visible, by hour (its start in ms since 1970). */
interface VisibleCount {
  readonly pairId: string;
  readonly facts: PairFacts;
  readonly hours: ReadonlyMap<number, HourCount>;
}

/** Which counts a view is about. */
interface Selection {
  readonly places?: (count: VisibleCount) => boolean;
  /** Whether an hour (its start in ms since 1970) counts. */
  readonly hours?: (at: number) => boolean;
}

/** The view of a problem from its counts and the decision on it. */
export function problemView(
  {
    id,
    traits,
    counts,
  }: { readonly id: string; readonly traits: ProblemTraits; readonly counts: readonly VisibleCount[] },
  decision: Decision | undefined,
  now: Date,
  { places = () => true, hours = () => true }: Selection = {},
): ProblemView {
  const selected = counts.filter(places);
  const [firstSeenAt, lastSeenAt] = timesOf(selected);
  const series = seriesOf(selected, hours);
  return {
    id,
    traits,
    status: problemStatus(decision, timesOf(counts)[1], now),
    count: series.reduce((sum, { count }) => sum + count, 0),
    firstSeenAt,
    lastSeenAt,
    series,
    places: placesOf(selected, hours),
    decision,
  };
}

/** When the first and the last entry of some counts occurred, ms since 1970; undefined where there is none. */
export function timesOf(
  counts: readonly Pick<VisibleCount, 'hours'>[],
): readonly [first: number | undefined, last: number | undefined] {
  // A loop: a problem of many places has more hours than a call takes arguments.
  let first = Infinity;
  let last = -Infinity;
  for (const { hours } of counts)
    for (const hour of hours.values()) {
      first = Math.min(first, hour.first);
      last = Math.max(last, hour.last);
    }
  return [Number.isFinite(first) ? first : undefined, Number.isFinite(last) ? last : undefined];
}

function seriesOf(counts: readonly VisibleCount[], isSelected: (at: number) => boolean) {
  const sums = new Map<number, number>();
  for (const { hours } of counts)
    for (const [at, { count }] of hours) if (isSelected(at)) sums.set(at, (sums.get(at) ?? 0) + count);
  return [...sums].map(([at, count]) => ({ at, count })).sort((one, other) => one.at - other.at);
}

function placesOf(counts: readonly VisibleCount[], isSelected: (at: number) => boolean): PlaceView[] {
  const byPlace = Map.groupBy(counts, ({ facts: { company, mapping, direction } }) =>
    JSON.stringify([company, mapping, direction]),
  );
  const views: PlaceView[] = [];
  for (const own of byPlace.values()) {
    const count = seriesOf(own, isSelected).reduce((sum, hour) => sum + hour.count, 0);
    const [firstSeenAt, lastSeenAt] = timesOf(own);
    const facts = own[0]?.facts;
    if (!facts || count === 0 || firstSeenAt === undefined || lastSeenAt === undefined) continue;
    const { company, mapping, direction } = facts;
    views.push({ company, mapping, direction, count, firstSeenAt, lastSeenAt });
  }
  return views.sort((one, other) => other.count - one.count || (placeName(one) < placeName(other) ? -1 : 1));
}

function placeName({ company, mapping, direction }: Place): string {
  return `${company}\n${mapping}\n${direction}`;
}
