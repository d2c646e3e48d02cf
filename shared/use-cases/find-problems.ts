import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Decision, ProblemStatus } from '../domain/problems/decision.ts';
import { filterMatchesProblem, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { type ProblemView, problemView } from '../domain/problems/problem-view.ts';
import { hourMs } from '../domain/reports/days.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import { type ProblemInReach, problemsInReach } from './problems-in-reach.ts';

export interface FindProblemsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'get'>;
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

/** A page of problems, last seen first; no `next` on the last page. */
export interface ProblemPage {
  readonly problems: readonly ProblemView[];
  readonly next: ProblemPosition | undefined;
}

/** Sample messages read from entries, for problems whose counts no longer hold one. */
const maxSamplesRead = 5;

/** One page of the problems that match a filter. */
export async function findProblems(
  ports: FindProblemsPorts,
  filter: ProblemListFilter,
  from: ProblemPosition | undefined,
  most: number,
): Promise<ProblemPage> {
  const view = await currentView(ports);
  const { now, decisions } = view;
  const reach = await problemsInReach(ports.errorLog, view);
  const views = [...reach.values()]
    .filter(({ id, traits }) => filterMatchesProblem(filter, id, traits))
    .map((problem) => viewWithin(problem, filter, decisions.get(problem.id), now))
    .filter(({ count, status }) => count > 0 && (!filter.status || filter.status.includes(status)))
    .sort(byLastSeen)
    .filter((problem) => !from || byLastSeen(from, problem) < 0);
  const page = await withSamples(ports.errorLog, views.slice(0, most));
  const last = page.at(-1);
  const next = views.length > most && last ? { lastSeenAt: last.lastSeenAt ?? 0, id: last.id } : undefined;
  return { problems: page, next };
}

/** Counts of the hours that the filter selects; the status is that of the whole problem. */
function viewWithin(
  problem: ProblemInReach,
  { since, until }: ProblemListFilter,
  decision: Decision | undefined,
  now: Date,
): ProblemView {
  const whole = problemView(problem, decision, now);
  if (!since && !until) return whole;
  const from = since ? Math.floor(since.getTime() / hourMs) * hourMs : -Infinity;
  const to = until?.getTime() ?? Infinity;
  const hours = new Map([...problem.hours].filter(([at]) => at >= from && at < to));
  return { ...problemView({ ...problem, hours }, decision, now), status: whole.status };
}

function byLastSeen(
  one: { readonly lastSeenAt: number | undefined; readonly id: string },
  other: { readonly lastSeenAt: number | undefined; readonly id: string },
): number {
  return (
    (other.lastSeenAt ?? 0) - (one.lastSeenAt ?? 0) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

function withSamples(errorLog: Pick<ErrorLog, 'get'>, views: readonly ProblemView[]): Promise<ProblemView[]> {
  let left = maxSamplesRead;
  return Promise.all(
    views.map(async (view) => {
      if (view.sampleMessage !== '' || !view.sampleErrorId || left-- <= 0) return view;
      const entry = await errorLog.get(view.sampleErrorId);
      return entry ? { ...view, sampleMessage: entry.report.message } : view;
    }),
  );
}
