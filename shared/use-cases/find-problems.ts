import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Heartbeats } from '../domain/ports/heartbeats.ts';
import type { ProblemStatus } from '../domain/problems/decision.ts';
import type { GivenUp } from '../domain/problems/given-up.ts';
import { filterMatchesPair, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { type ProblemView, problemView, timesOf } from '../domain/problems/problem-view.ts';
import { hourMs } from '../domain/reports/days.ts';
import type { CurrentView, ViewPorts } from './current-view.ts';
import { type KnownProblem, knownProblems } from './known-problems.ts';
import { knownNewestId, newestEntries } from './newest-entry.ts';
import { compareKeys, type OrderKey, orderKeyOf, type ProblemOrder } from './problem-order.ts';
import type { CountInReach } from './problems-in-reach.ts';

export interface FindProblemsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'get' | 'read'>;
  readonly desk: Pick<Desk, 'state' | 'notes'>;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** Which problems to list. */
export interface ProblemListFilter extends ProblemFilter {
  readonly status?: readonly ProblemStatus[] | undefined;
  readonly givenUp?: readonly GivenUp['status'][] | undefined;
  /** Count by whole hours, and move neither the first nor the last time seen. */
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  /** Whole problems that were first seen at or after this moment. */
  readonly firstSeenSince?: Date | undefined;
}

/** How to list them. */
export interface ProblemListOptions {
  readonly order: ProblemOrder;
  readonly from: OrderKey | undefined;
  readonly most: number;
  /** Whether to read the text of each sample; of unclassified problems it is read anyway. */
  readonly withSamples: boolean;
}

/** A problem with its newest living entry, of the selected places. */
export interface ListedProblem {
  readonly known: KnownProblem;
  readonly problem: ProblemView;
  readonly sampleErrorId: string | undefined;
  readonly sampleMessage: string | undefined;
}

/** A page of problems; no `next` on the last page. */
export interface ProblemPage {
  readonly problems: readonly ListedProblem[];
  readonly next: OrderKey | undefined;
}

/** One page of the problems that match a filter. */
export async function findProblems(
  ports: FindProblemsPorts,
  filter: ProblemListFilter,
  { order, from, most, withSamples }: ProblemListOptions,
): Promise<ProblemPage> {
  const { view, problems } = await knownProblems(ports);
  const found = [...problems.values()]
    .map((known) => ({ known, problem: viewWithin(known, filter, view) }))
    .filter(({ known, problem }) => problem.count > 0 && matches(known, filter))
    .map((one) => ({ ...one, key: orderKeyOf(one.known, one.problem, order, view.now) }))
    .sort((one, other) => compareKeys(one.key, other.key))
    .filter(({ key }) => !from || compareKeys(from, key) < 0);
  const page = found.slice(0, most);
  const next = found.length > most ? page.at(-1)?.key : undefined;
  return { problems: await toListed(ports, page, { filter, view, withSamples }), next };
}

function matches(known: KnownProblem, { status, givenUp, firstSeenSince }: ProblemListFilter): boolean {
  if (status && !status.includes(known.status)) return false;
  if (givenUp && ![...known.records.givenUp.values()].some((one) => givenUp.includes(one.status)))
    return false;
  if (!firstSeenSince) return true;
  const [firstSeenAt = Infinity] = timesOf(known.counts);
  return firstSeenAt >= firstSeenSince.getTime();
}

/** Counts of the places and hours that the filter selects. */
function viewWithin(known: KnownProblem, filter: ProblemListFilter, { now }: CurrentView): ProblemView {
  const { since, until } = filter;
  const from = since ? Math.floor(since.getTime() / hourMs) * hourMs : -Infinity;
  const to = until?.getTime() ?? Infinity;
  return problemView(known, known.decision, now, {
    places: ({ pairId, facts }) => filterMatchesPair(filter, pairId, facts),
    hours: (at) => at >= from && at < to,
  });
}

/** Problems with their samples and the notes of their decisions. */
export async function toListed(
  { errorLog, desk }: Pick<FindProblemsPorts, 'errorLog' | 'desk'>,
  problems: readonly { readonly known: KnownProblem; readonly problem: ProblemView }[],
  {
    filter = {},
    view,
    withSamples,
  }: { readonly filter?: ProblemFilter; readonly view: CurrentView; readonly withSamples: boolean },
): Promise<ListedProblem[]> {
  const noted = problems.flatMap(({ known: { id, decision } }) => (decision?.hasNote ? [id] : []));
  const notes = await desk.notes(noted);
  return await Promise.all(
    problems.map(async ({ known, problem }) => {
      const selected = known.counts.filter(({ facts, pairId }) => filterMatchesPair(filter, pairId, facts));
      const isTextShown = withSamples || known.traits.cause === 'unclassified';
      const sample = await sampleOf(errorLog, known, selected, { filter, view, isTextShown });
      return { known, problem: withNote(problem, notes.get(known.id)), ...sample };
    }),
  );
}

function withNote(problem: ProblemView, note: string | undefined): ProblemView {
  const { decision } = problem;
  return decision && note !== undefined ? { ...problem, decision: { ...decision, note } } : problem;
}

async function sampleOf(
  errorLog: Pick<ErrorLog, 'get' | 'read'>,
  known: KnownProblem,
  selected: readonly CountInReach[],
  {
    filter,
    view: { horizon },
    isTextShown,
  }: { readonly filter: ProblemFilter; readonly view: CurrentView; readonly isTextShown: boolean },
): Promise<Pick<ListedProblem, 'sampleErrorId' | 'sampleMessage'>> {
  const id = knownNewestId(selected);
  if (id !== undefined && !isTextShown) return { sampleErrorId: id, sampleMessage: undefined };
  const read = id === undefined ? undefined : await errorLog.get(id);
  const [entry] = read
    ? [read]
    : await newestEntries(errorLog, known, selected, { filter, horizon, most: 1 });
  return { sampleErrorId: entry?.id, sampleMessage: isTextShown ? entry?.report.message : undefined };
}
