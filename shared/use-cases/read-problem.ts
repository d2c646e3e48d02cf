import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord, Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { type DecisionStep, entryStatus } from '../domain/problems/decision.ts';
import { type ProblemView, problemView } from '../domain/problems/problem-view.ts';
import { type CurrentView, currentView, type ViewPorts } from './current-view.ts';
import type { ListedEntry } from './find-errors.ts';
import { knownNewestId, newestEntries } from './newest-entry.ts';
import { type ProblemInReach, problemsInReach } from './problems-in-reach.ts';

export interface ReadProblemPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'>;
  readonly desk: Pick<Desk, 'state' | 'decision' | 'history'>;
}

/** One problem, with what is kept about the decisions on it. */
export interface KnownProblem {
  readonly problem: ProblemView;
  readonly record: DecisionRecord | undefined;
  /** The newest entry, where the counts tell it. */
  readonly sampleErrorId: string | undefined;
}

/** One problem with every decision on it and its newest entries. */
export interface ProblemDetail {
  readonly problem: ProblemView;
  readonly history: readonly DecisionStep[];
  readonly samples: readonly ListedEntry[];
}

/** Entries shown as samples of one problem. */
const maxSamples = 5;

/**
 * One problem, as long as it has entries or a decision.
 * @throws {AppError} not-found
 */
export async function readProblem(
  ports: Omit<ReadProblemPorts, 'desk'> & { readonly desk: Pick<Desk, 'state' | 'decision'> },
  id: string,
): Promise<KnownProblem> {
  const { known, record, view } = await lookUp(ports, id);
  const problem = problemView(known, record?.decision, view.now);
  return { problem, record, sampleErrorId: knownNewestId(known.counts) };
}

/**
 * One problem with its history and its newest entries.
 * @throws {AppError} not-found
 */
export async function readProblemDetail(
  ports: ReadProblemPorts & { readonly errorLog: Pick<ErrorLog, 'read'> },
  id: string,
): Promise<ProblemDetail> {
  const { known, record, view } = await lookUp(ports, id);
  const { horizon, now } = view;
  const [entries, history] = await Promise.all([
    newestEntries(ports.errorLog, known, known.counts, { horizon, most: maxSamples }),
    record ? ports.desk.history(id, record) : [],
  ]);
  return {
    problem: problemView(known, record?.decision, now),
    history,
    samples: entries.map((entry) => ({
      entry,
      status: entryStatus(record?.decision, entry.report.occurredAt.getTime(), now),
    })),
  };
}

async function lookUp(
  ports: Omit<ReadProblemPorts, 'desk'> & { readonly desk: Pick<Desk, 'state' | 'decision'> },
  id: string,
): Promise<{ known: ProblemInReach; record: DecisionRecord | undefined; view: CurrentView }> {
  const view = await currentView(ports);
  const [reach, record] = await Promise.all([problemsInReach(ports.errorLog, view), ports.desk.decision(id)]);
  const known = reach.get(id) ?? (record?.traits && { id, traits: record.traits, counts: [] });
  if (!known) throw new AppError('not-found', `There is no problem ${id}`);
  return { known, record, view };
}
