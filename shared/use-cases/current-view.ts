import type { Cleanup } from '../domain/cleanups/cleanup.ts';
import { epochOf, Horizon } from '../domain/cleanups/horizon.ts';
import type { Desk, DeskState } from '../domain/ports/desk.ts';
import {
  type Decision,
  decisionKey,
  type EntryStatus,
  entryStatus,
  isSetAside,
} from '../domain/problems/decision.ts';
import { recordOf } from '../domain/problems/record-failures.ts';
import type { ErrorEntry } from '../domain/reports/error-entry.ts';

export interface ViewPorts {
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** What every reader needs besides entries. */
export interface CurrentView {
  readonly now: Date;
  readonly horizon: Horizon;
  /** Newest first. */
  readonly cleanups: readonly Cleanup[];
  /** By problem id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Decisions on single records, by `problem-record`. */
  readonly recordDecisions: ReadonlyMap<string, Decision>;
  /** The epoch of what is stored now. */
  readonly epoch: string;
}

/** The clean-ups and decisions in force now, at most 5 seconds old, and the horizon that follows from them. */
export async function currentView({ desk, retentionDays, now }: ViewPorts): Promise<CurrentView> {
  const at = now();
  return viewOf(await desk.state(), retentionDays, at);
}

/** As {@link currentView}, but as storage has it now: what counting and changing need. */
export async function freshView({
  desk,
  retentionDays,
  now,
}: Omit<ViewPorts, 'desk'> & { readonly desk: Pick<Desk, 'freshState'> }): Promise<CurrentView> {
  const at = now();
  return viewOf(await desk.freshState(), retentionDays, at);
}

/** The status of an entry: that of its record, where somebody set the record aside, else that of its problem. */
export function statusOfEntry(entry: ErrorEntry, view: CurrentView): EntryStatus {
  const { decisions, recordDecisions, now } = view;
  const { problemId, report } = entry;
  // Few desks have decisions on records: the hash is made only where it is asked for.
  const record = recordDecisions.size > 0 ? recordOf(report) : undefined;
  const ofRecord = record === undefined ? undefined : recordDecisions.get(decisionKey({ problemId, record }));
  const decision = isSetAside(ofRecord, now) ? ofRecord : decisions.get(problemId);
  return entryStatus(decision, report.occurredAt.getTime(), now);
}

function viewOf(
  { cleanups, decisions, recordDecisions }: DeskState,
  retentionDays: number,
  now: Date,
): CurrentView {
  const horizon = new Horizon(now, retentionDays, cleanups);
  return { now, horizon, cleanups, decisions, recordDecisions, epoch: epochOf(cleanups) };
}
