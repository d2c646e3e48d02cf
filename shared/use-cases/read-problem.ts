import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord, Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { type DecisionStep, entryStatus } from '../domain/problems/decision.ts';
import { type ProblemView, problemView } from '../domain/problems/problem-view.ts';
import { dayOf, hourMs } from '../domain/reports/days.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';
import { currentView, type ViewPorts } from './current-view.ts';
import type { ListedEntry } from './find-errors.ts';
import { problemsInReach } from './problems-in-reach.ts';

export interface ReadProblemPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'>;
  readonly desk: Pick<Desk, 'state' | 'decision'>;
}

/** One problem with every decision on it. */
export interface ProblemWithHistory {
  readonly problem: ProblemView;
  readonly history: readonly DecisionStep[];
  readonly record: DecisionRecord | undefined;
}

/** Entries shown as samples of one problem. */
const maxSamples = 5;

/**
 * One problem, as long as it has entries or a decision.
 * @throws {AppError} not-found
 */
export async function readProblem(ports: ReadProblemPorts, id: string): Promise<ProblemWithHistory> {
  const view = await currentView(ports);
  const [reach, record] = await Promise.all([
    problemsInReach(ports.errorLog, view, id),
    ports.desk.decision(id),
  ]);
  const inReach = reach.get(id);
  const known = inReach ?? (record && { id, traits: record.traits, sampleMessage: '', hours: new Map() });
  if (!known) throw new AppError('not-found', `There is no problem ${id}`);
  return { problem: problemView(known, record?.decision, view.now), history: record?.history ?? [], record };
}

/**
 * One problem with its newest entries.
 * @throws {AppError} not-found
 */
export async function readProblemWithSamples(
  ports: ReadProblemPorts & { readonly errorLog: Pick<ErrorLog, 'read'> },
  id: string,
): Promise<ProblemWithHistory & { readonly samples: readonly ListedEntry[] }> {
  const found = await readProblem(ports, id);
  const { problem } = found;
  const entries = await newestEntries(ports.errorLog, problem);
  const sample = entries.find((entry) => entry.id === problem.sampleErrorId);
  const now = ports.now();
  return {
    ...found,
    problem: { ...problem, sampleMessage: sample?.report.message ?? problem.sampleMessage },
    samples: entries.map((entry) => ({
      entry,
      status: entryStatus(problem.decision, entry.report.occurredAt.getTime(), now),
    })),
  };
}

/** The newest entries of a problem, all of the last hour it was seen in; one storage call. */
async function newestEntries(
  errorLog: Pick<ErrorLog, 'read'>,
  { id, series, lastSeenAt }: ProblemView,
): Promise<readonly ErrorEntry[]> {
  const hour = series.at(-1)?.at;
  if (hour === undefined || lastSeenAt === undefined) return [];
  const stretch = { day: dayOf(hour), newest: lastSeenAt, oldest: hour };
  const page = await errorLog.read({ stretch, problems: [id], most: maxSamples });
  return page.entries.filter((entry) => entry.report.occurredAt.getTime() < hour + hourMs);
}
