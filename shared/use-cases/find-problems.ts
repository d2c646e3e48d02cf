import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { ProblemStatus } from '../domain/problems/decision.ts';
import { filterMatchesPair, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { type ProblemView, problemView } from '../domain/problems/problem-view.ts';
import { hourMs } from '../domain/reports/days.ts';
import { type CurrentView, currentView, type ViewPorts } from './current-view.ts';
import { knownNewestId, newestEntries } from './newest-entry.ts';
import { type ProblemInReach, problemsInReach } from './problems-in-reach.ts';

export interface FindProblemsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'get' | 'read'>;
  readonly desk: Pick<Desk, 'state' | 'notes'>;
}

/** Which problems to list; `since` and `until` work by whole hours. */
export interface ProblemListFilter extends ProblemFilter {
  readonly status?: readonly ProblemStatus[] | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Where the next page begins: after the problem with this id. */
export interface ProblemPosition {
  /** When that problem was last seen, ms since 1970. */
  readonly lastSeenAt: number;
  readonly id: string;
}

/** A problem with its newest living entry, of the selected places. */
export interface ListedProblem {
  readonly problem: ProblemView;
  readonly sampleErrorId: string | undefined;
  /** Its message, where the text alone says what the problem is: its cause is unclassified. */
  readonly sampleMessage: string | undefined;
}

/** A page of problems, last seen first; no `next` on the last page. */
export interface ProblemPage {
  readonly problems: readonly ListedProblem[];
  readonly next: ProblemPosition | undefined;
}

/** One page of the problems that match a filter. */
export async function findProblems(
  ports: FindProblemsPorts,
  filter: ProblemListFilter,
  from: ProblemPosition | undefined,
  most: number,
): Promise<ProblemPage> {
  const view = await currentView(ports);
  const reach = await problemsInReach(ports.errorLog, view);
  const found = [...reach.values()]
    .map((inReach) => ({ inReach, problem: viewWithin(inReach, filter, view) }))
    .filter(({ problem }) => problem.count > 0 && (!filter.status || filter.status.includes(problem.status)))
    .sort((one, other) => byLastSeen(one.problem, other.problem))
    .filter(({ problem }) => !from || byLastSeen(from, problem) < 0);
  const page = found.slice(0, most);
  const notes = await ports.desk.notes(
    page.flatMap(({ problem: { id, decision } }) => (decision?.hasNote ? [id] : [])),
  );
  const problems = await Promise.all(
    page.map(async ({ inReach, problem }) => ({
      problem: withNote(problem, notes.get(problem.id)),
      ...(await sampleOf(ports.errorLog, inReach, problem, filter, view)),
    })),
  );
  const last = page.at(-1)?.problem;
  const next = found.length > most && last ? { lastSeenAt: last.lastSeenAt ?? 0, id: last.id } : undefined;
  return { problems, next };
}

/** Counts of the places and hours that the filter selects. */
function viewWithin(
  problem: ProblemInReach,
  filter: ProblemListFilter,
  { decisions, now }: CurrentView,
): ProblemView {
  const { since, until } = filter;
  const from = since ? Math.floor(since.getTime() / hourMs) * hourMs : -Infinity;
  const to = until?.getTime() ?? Infinity;
  return problemView(problem, decisions.get(problem.id), now, {
    places: ({ pairId, facts }) => filterMatchesPair(filter, pairId, facts),
    hours: (at) => at >= from && at < to,
  });
}

function byLastSeen(
  one: { readonly lastSeenAt: number | undefined; readonly id: string },
  other: { readonly lastSeenAt: number | undefined; readonly id: string },
): number {
  return (
    (other.lastSeenAt ?? 0) - (one.lastSeenAt ?? 0) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

function withNote(problem: ProblemView, note: string | undefined): ProblemView {
  const { decision } = problem;
  return decision && note !== undefined ? { ...problem, decision: { ...decision, note } } : problem;
}

async function sampleOf(
  errorLog: FindProblemsPorts['errorLog'],
  inReach: ProblemInReach,
  { traits }: ProblemView,
  filter: ProblemFilter,
  { horizon }: CurrentView,
): Promise<Pick<ListedProblem, 'sampleErrorId' | 'sampleMessage'>> {
  const selected = inReach.counts.filter(({ facts, pairId }) => filterMatchesPair(filter, pairId, facts));
  const isTextShown = traits.cause === 'unclassified';
  const id = knownNewestId(selected);
  if (id !== undefined && !isTextShown) return { sampleErrorId: id, sampleMessage: undefined };
  const known = id === undefined ? undefined : await errorLog.get(id);
  const [entry] = known
    ? [known]
    : await newestEntries(errorLog, inReach, selected, { filter, horizon, most: 1 });
  return { sampleErrorId: entry?.id, sampleMessage: isTextShown ? entry?.report.message : undefined };
}
