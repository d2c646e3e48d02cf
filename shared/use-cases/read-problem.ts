import { AppError } from '../domain/app-error.ts';
import type { DecisionRecord } from '../domain/ports/decisions.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Heartbeats } from '../domain/ports/heartbeats.ts';
import { type DecisionStep, problemStatus } from '../domain/problems/decision.ts';
import { problemView } from '../domain/problems/problem-view.ts';
import { countedRecords } from './counted-records.ts';
import { type CurrentView, statusOfEntry, type ViewPorts } from './current-view.ts';
import type { ListedProblem } from './find-problems.ts';
import { type KnownProblem, type KnownProblems, knownProblems } from './known-problems.ts';
import { knownNewestId, newestEntries } from './newest-entry.ts';
import type { ListedEntry } from './page-entries.ts';
import { RecordEntries } from './record-entries.ts';
import { noRecords } from './records-of-problems.ts';

export interface ReadProblemPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count'>;
  readonly desk: Pick<Desk, 'state' | 'decision'>;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** One problem, with what is kept about the decisions on it. */
export interface ReadProblem {
  readonly listed: ListedProblem;
  readonly record: DecisionRecord | undefined;
  /** All problems, as they were read with it. */
  readonly all: KnownProblems;
}

/** One problem with every decision on it and its newest entries. */
export interface ProblemDetail extends ListedProblem {
  readonly history: readonly DecisionStep[];
  readonly samples: readonly ListedEntry[];
}

/** Records that are counted again when their problem is read. */
const maxRecounted = 200;

/** Entries shown as samples of one problem. */
const maxSamples = 5;

/**
 * One problem, as long as it has entries or a decision.
 * @throws {AppError} not-found
 */
export async function readProblem(ports: ReadProblemPorts, id: string): Promise<ReadProblem> {
  const [all, record] = await Promise.all([knownProblems(ports), ports.desk.decision(id)]);
  const { view, problems } = all;
  const known = problems.get(id) ?? withoutEntries(id, record, view);
  if (!known) throw new AppError('not-found', `There is no problem ${id}`);
  const problem = problemView(known, record?.decision, view.now);
  const sampleErrorId = knownNewestId(known.counts);
  return { listed: { known, problem, sampleErrorId, sampleMessage: undefined }, record, all };
}

function withoutEntries(
  id: string,
  record: DecisionRecord | undefined,
  view: CurrentView,
): KnownProblem | undefined {
  if (!record?.traits) return undefined;
  const { decision, traits } = record;
  const status = problemStatus(decision, undefined, view.now);
  return {
    id,
    traits,
    counts: [],
    recordDays: () => [],
    decision,
    status,
    records: noRecords,
    causedBy: [],
    children: [],
    impact: 0,
    givenUpByHeartbeat: undefined,
  };
}

/**
 * One problem with its history and its newest entries.
 * @throws {AppError} not-found
 */
export async function readProblemDetail(
  ports: ReadProblemPorts & {
    readonly errorLog: Pick<ErrorLog, 'read'>;
    readonly desk: Pick<Desk, 'history'>;
  },
  id: string,
): Promise<ProblemDetail> {
  const { listed, record, all } = await readProblem(ports, id);
  const { view } = all;
  const { horizon } = view;
  const { counts } = listed.known;
  const [entries, history, known] = await Promise.all([
    newestEntries(ports.errorLog, { id }, counts, { horizon, most: maxSamples }),
    record ? ports.desk.history(id, record) : [],
    withCountedRecords(ports.errorLog, listed.known, all),
  ]);
  const [newest] = entries;
  return {
    ...listed,
    known,
    sampleErrorId: newest?.id,
    sampleMessage: newest?.report.message,
    history,
    samples: entries.map((entry) => ({
      entry,
      status: statusOfEntry(entry, view),
    })),
  };
}

/** A problem without the records that have lost all their entries; only the entries tell which. */
async function withCountedRecords(
  errorLog: Pick<ErrorLog, 'read'>,
  problem: KnownProblem,
  all: KnownProblems,
): Promise<KnownProblem> {
  const unsure = countedRecords(problem, {}, all.view)
    .filter(({ isInexact }) => isInexact)
    .slice(0, maxRecounted);
  if (unsure.length === 0) return problem;
  const living = await new RecordEntries(errorLog, problem, {}, all.view).complete(unsure);
  const lost = new Set(unsure.map(({ id }) => id));
  for (const { id } of living) lost.delete(id);
  return lost.size === 0
    ? problem
    : (all.withoutRecords(problem.id, lost).problems.get(problem.id) ?? problem);
}
