import { AppError } from '../domain/app-error.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Heartbeats } from '../domain/ports/heartbeats.ts';
import { countedRecords, type RecordFilter, type RecordState, recordState } from './counted-records.ts';
import type { CurrentView, ViewPorts } from './current-view.ts';
import { type KnownProblem, knownProblems } from './known-problems.ts';
import { compareKeys, type OrderKey } from './problem-order.ts';
import { type FoundEntries, RecordEntries } from './record-entries.ts';

export interface FindRecordsPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'read'>;
  readonly desk: Pick<Desk, 'state' | 'recordNotes'>;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** A record that a problem affects. */
export interface FoundRecord extends FoundEntries, RecordState {}

/** A page of records, newest failure first; no `next` on the last page. */
export interface RecordPage {
  readonly records: readonly FoundRecord[];
  readonly next: OrderKey | undefined;
}

/**
 * One page of the records that a problem affects.
 * @throws {AppError} not-found
 */
export async function findRecords(
  ports: FindRecordsPorts,
  problemId: string,
  filter: RecordFilter,
  { from, most }: { readonly from: OrderKey | undefined; readonly most: number },
): Promise<RecordPage> {
  const { view, problems } = await knownProblems(ports);
  const problem = problems.get(problemId);
  if (!problem) throw new AppError('not-found', `There is no problem ${problemId} with errors`);
  const candidates = countedRecords(problem, filter, view)
    .sort((one, other) => compareKeys(one.key, other.key))
    .filter(({ key }) => !from || compareKeys(from, key) < 0);
  const page = candidates.slice(0, most);
  const entries = new RecordEntries(ports.errorLog, problem, filter, view);
  const records = (await entries.complete(page)).map((record) => withState(record, problem, view));
  const next = candidates.length > most ? page.at(-1)?.key : undefined;
  return { records: await withNotes(ports.desk, problemId, records), next };
}

/**
 * One record of a problem.
 * @throws {AppError} not-found
 */
export async function findRecord(
  ports: FindRecordsPorts,
  problemId: string,
  record: string,
): Promise<{ readonly problem: KnownProblem; readonly found: FoundRecord }> {
  const { view, problems } = await knownProblems(ports);
  const problem = problems.get(problemId);
  const counted = problem && countedRecords(problem, {}, view).filter(({ id }) => id === record);
  const [found] = counted ? await new RecordEntries(ports.errorLog, problem, {}, view).complete(counted) : [];
  if (!problem || !found)
    throw new AppError('not-found', `The problem ${problemId} affects no record ${record}`);
  const [noted = withState(found, problem, view)] = await withNotes(ports.desk, problemId, [
    withState(found, problem, view),
  ]);
  return { problem, found: noted };
}

/** The records with the notes of their decisions: one storage call, where there are some. */
async function withNotes(
  desk: Pick<Desk, 'recordNotes'>,
  problemId: string,
  records: readonly FoundRecord[],
): Promise<readonly FoundRecord[]> {
  if (!records.some(({ decision }) => decision?.hasNote)) return records;
  const notes = await desk.recordNotes(problemId);
  return records.map((record) => {
    const { id, decision } = record;
    const note = notes.get(id);
    return decision && note !== undefined ? { ...record, decision: { ...decision, note } } : record;
  });
}

function withState(record: FoundEntries, problem: KnownProblem, view: CurrentView): FoundRecord {
  return { ...record, ...recordState(record.id, record.lastSeenAt, problem, view) };
}
