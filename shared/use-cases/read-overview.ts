import { type Cleanup, isUndoable } from '../domain/cleanups/cleanup.ts';
import { type Cause, type Resolver, resolvers } from '../domain/diagnosis/causes.ts';
import { isForgotten, isQuiet } from '../domain/heartbeats/silence.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { HeartbeatSender, Heartbeats } from '../domain/ports/heartbeats.ts';
import { problemView } from '../domain/problems/problem-view.ts';
import { isOverflowKey } from '../domain/problems/too-many-problems.ts';
import { dayMs } from '../domain/reports/days.ts';
import type { CurrentView, ViewPorts } from './current-view.ts';
import { type ListedProblem, toListed } from './find-problems.ts';
import { isOpenStatus, type KnownProblem, knownProblems } from './known-problems.ts';
import { compareKeys, orderKeyOf } from './problem-order.ts';

export interface OverviewPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'get' | 'read'>;
  readonly desk: Pick<Desk, 'state' | 'notes'>;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** A problem to do something about, with its counts by day. */
export interface NextProblem extends ListedProblem {
  /** Seven counts, oldest first; the last one is today's. */
  readonly days: readonly number[];
}

/** When a company was last heard, ms since 1970. */
export interface HeardCompany {
  readonly environment: string;
  readonly company: string;
  readonly lastErrorAt: number | undefined;
  readonly lastHeartbeatAt: number | undefined;
  /** No heartbeat for three of its own intervals. */
  readonly quiet: boolean;
}

/** What to do first, and how things stand. */
export interface Overview {
  readonly at: Date;
  readonly next: readonly NextProblem[];
  readonly waiting: readonly { readonly known: KnownProblem; readonly count: number }[];
  readonly open: {
    readonly errors: number;
    readonly problems: number;
    readonly new: number;
    readonly regressed: number;
    readonly givenUp: number;
  };
  readonly byResolver: readonly {
    readonly resolver: Resolver;
    readonly errors: number;
    readonly problems: number;
  }[];
  readonly byCause: readonly { readonly cause: Cause | 'other'; readonly days: readonly number[] }[];
  readonly heard: readonly HeardCompany[];
  readonly cleanups: readonly Cleanup[];
  /** Errors that are counted under a problem that stands for too many. */
  readonly overflow: number;
}

/** The most that an overview tells of each. */
const limits = { next: 7, waiting: 5, causes: 7, cleanups: 10 } as const;
/** Days that daily counts go back, today included. */
const dayCount = 7;

/** The first screen: one storage call a day, folded, one for heartbeats, and one for each unclassified problem shown. */
export async function readOverview(ports: OverviewPorts): Promise<Overview> {
  const { view, problems, senders } = await knownProblems(ports);
  const { now } = view;
  const all = [...problems.values()].map((known) => ({
    known,
    problem: problemView(known, known.decision, now),
  }));
  const open = all.filter(({ known }) => isOpenStatus(known.status));
  const isWaiting = ({ known }: { readonly known: KnownProblem }) => known.traits.resolver === 'wait';
  const next = open
    .filter((one) => !isWaiting(one) && one.known.causedBy.length === 0)
    .map((one) => ({ ...one, key: orderKeyOf(one.known, one.problem, 'impact', now) }))
    .sort((one, other) => compareKeys(one.key, other.key))
    .slice(0, limits.next);
  const listed = await toListed(ports, next, { view, withSamples: false });
  return {
    at: now,
    next: listed.map((one) => ({ ...one, days: dailyCounts([one.known], now) })),
    waiting: open
      .filter(isWaiting)
      .map(({ known, problem }) => ({ known, count: problem.count }))
      .sort((one, other) => other.count - one.count || (one.known.id < other.known.id ? -1 : 1))
      .slice(0, limits.waiting),
    open: {
      errors: open.reduce((sum, { problem }) => sum + problem.count, 0),
      problems: open.length,
      new: open.filter(({ problem }) => (problem.firstSeenAt ?? 0) > now.getTime() - dayMs).length,
      regressed: open.filter(({ known }) => known.status === 'regressed').length,
      givenUp: new Set(open.flatMap(({ known }) => [...known.records.givenUp.keys()])).size,
    },
    byResolver: resolvers.map((resolver) => {
      const own = open.filter(({ known }) => known.traits.resolver === resolver);
      return {
        resolver,
        errors: own.reduce((sum, { problem }) => sum + problem.count, 0),
        problems: own.length,
      };
    }),
    byCause: causesByDay(
      open.map(({ known }) => known),
      now,
    ),
    heard: heardCompanies(
      all.map(({ known }) => known),
      senders,
      now,
    ),
    cleanups: unfinishedCleanups(view),
    overflow: all
      .filter(({ known }) => isOverflowKey(known.traits.key))
      .reduce((sum, { problem }) => sum + problem.count, 0),
  };
}

/** Counts of the last seven UTC days, oldest first. */
function dailyCounts(problems: readonly KnownProblem[], now: Date): number[] {
  const days = Array.from({ length: dayCount }, () => 0);
  const today = Math.floor(now.getTime() / dayMs);
  for (const { counts } of problems)
    for (const { hours } of counts)
      for (const [at, { count }] of hours) {
        // An error from a clock that is a little ahead belongs to today.
        const index = dayCount - 1 - Math.max(0, today - Math.floor(at / dayMs));
        if (index >= 0) days[index] = (days[index] ?? 0) + count;
      }
  return days;
}

/** Daily counts of the most frequent causes, and of the others together. */
function causesByDay(open: readonly KnownProblem[], now: Date): Overview['byCause'] {
  const total = ({ days }: { readonly days: readonly number[] }) => days.reduce((sum, one) => sum + one, 0);
  const byCause = [...Map.groupBy(open, ({ traits }) => traits.cause)]
    .map(([cause, own]) => ({ cause, own, days: dailyCounts(own, now) }))
    .sort((one, other) => total(other) - total(one) || (one.cause < other.cause ? -1 : 1));
  const first = byCause.slice(0, limits.causes).map(({ cause, days }) => ({ cause, days }));
  const others = byCause.slice(limits.causes).flatMap(({ own }) => own);
  return others.length > 0 ? [...first, { cause: 'other', days: dailyCounts(others, now) }] : first;
}

/** Companies by when they were last heard, the quiet ones first, then the longest silent. */
function heardCompanies(
  problems: readonly KnownProblem[],
  senders: readonly HeartbeatSender[],
  now: Date,
): HeardCompany[] {
  const heard = new Map<string, HeardCompany>();
  const keyOf = (one: Pick<HeardCompany, 'environment' | 'company'>) =>
    JSON.stringify([one.environment, one.company]);
  // A company that was removed would be quiet for ever.
  for (const { environment, company, received } of senders)
    if (!isForgotten(received, now))
      heard.set(keyOf({ environment, company }), {
        environment,
        company,
        lastErrorAt: undefined,
        lastHeartbeatAt: received.at(-1),
        quiet: isQuiet(received, now),
      });
  for (const { counts } of problems)
    for (const { facts, hours } of counts) {
      const { environment, company } = facts;
      const key = keyOf(facts);
      const before = heard.get(key) ?? { lastErrorAt: undefined, lastHeartbeatAt: undefined, quiet: false };
      const last = Math.max(before.lastErrorAt ?? 0, ...[...hours.values()].map((hour) => hour.last));
      heard.set(key, { ...before, environment, company, lastErrorAt: last });
    }
  const lastOf = ({ lastErrorAt = 0, lastHeartbeatAt = 0 }: HeardCompany) =>
    Math.max(lastErrorAt, lastHeartbeatAt);
  return [...heard.values()].sort(
    (one, other) => Number(other.quiet) - Number(one.quiet) || lastOf(one) - lastOf(other),
  );
}

/** Clean-ups that are under way, or that can be undone. */
function unfinishedCleanups({ cleanups, now }: CurrentView): Cleanup[] {
  return cleanups
    .filter(
      (cleanup) => cleanup.phase === 'deleting' || cleanup.phase === 'undoing' || isUndoable(cleanup, now),
    )
    .filter(({ kind }) => kind !== 'retention')
    .slice(0, limits.cleanups);
}
