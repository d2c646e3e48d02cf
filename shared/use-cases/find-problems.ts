import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Decision, ProblemStatus } from '../domain/problems/decision.ts';
import { filterMatchesProblem, type ProblemFilter } from '../domain/problems/problem-filter.ts';
import { type ProblemView, problemView } from '../domain/problems/problem-view.ts';
import { hourMs } from '../domain/reports/days.ts';
import { type ProblemInReach, problemsInReach } from './problems-in-reach.ts';

/** What listing problems needs. */
export interface FindProblemsPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'get'>;
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** What problems to list; `since` and `until` work by whole hours. */
export interface ProblemListFilter extends ProblemFilter {
  readonly status?: readonly ProblemStatus[] | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Where the next problems begin: behind the one last seen at this moment (ms since 1970) with this id. */
export interface ProblemPosition {
  readonly lastSeenAt: number;
  readonly id: string;
}

/** A page of problems by when they were last seen, latest first. */
export interface ProblemPage {
  readonly problems: readonly ProblemView[];
  readonly next: ProblemPosition | undefined;
}

/** Samples read from their entries, for problems whose counts carry none any more. */
const maxSamplesRead = 5;

/** One page of the problems that a filter takes. */
export async function findProblems(
  ports: FindProblemsPorts,
  filter: ProblemListFilter,
  from: ProblemPosition | undefined,
  most: number,
): Promise<ProblemPage> {
  const now = ports.now();
  const { cleanups, decisions } = await ports.desk.state();
  const horizon = horizonAt(now, ports.retentionDays, cleanups);
  const reach = await problemsInReach(ports.errorLog, horizon, now);
  const views = [...reach.values()]
    .filter(({ id, traits }) => filterMatchesProblem(filter, id, traits))
    .map((problem) => viewWithin(problem, filter, decisions.get(problem.id), now))
    .filter((view) => view.count > 0 && (!filter.status || filter.status.includes(view.status)))
    .sort(byLastSeen)
    .filter((view) => !from || byLastSeen(from, view) < 0);
  const page = await withSamples(ports.errorLog, views.slice(0, most));
  const last = page.at(-1);
  const next = views.length > most && last ? { lastSeenAt: last.lastSeenAt ?? 0, id: last.id } : undefined;
  return { problems: page, next };
}

/** Counts as of the hours asked for; the status is the problem's own, whatever hours are asked for. */
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
