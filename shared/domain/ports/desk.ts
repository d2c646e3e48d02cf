import type { Cleanup } from '../cleanups/cleanup.ts';
import type { Decision, DecisionStep } from '../problems/decision.ts';
import type { ProblemTraits } from '../problems/problem.ts';

/** What every reader needs besides entries: clean-ups, newest first, and decisions by problem, without their notes. */
export interface DeskState {
  readonly cleanups: readonly Cleanup[];
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** A decision and what is kept about its problem, so that both can be read when the entries are gone. */
export interface DecisionRecord {
  /** Absent where a newer version wrote it so that it cannot be read: it is as if none had been taken. */
  readonly decision: Decision | undefined;
  readonly traits: ProblemTraits | undefined;
  /** Ids of the steps that led to it, oldest first; see {@link Desk.history}. */
  readonly steps: readonly string[];
  /** When the problem was last known to have entries. */
  readonly seenAt: Date | undefined;
  /** Storage's version of the record. */
  readonly version: string;
}

/** A decision to be kept, and the step that it is in the history of its problem. */
export interface NewDecision {
  readonly decision: Decision;
  readonly traits: ProblemTraits;
  readonly seenAt: Date;
  readonly step: DecisionStep;
}

/** A clean-up as stored. */
export interface CleanupRecord {
  readonly cleanup: Cleanup;
  /** Storage's version of the record. */
  readonly version: string;
}

/** A day's table that is to be dropped. */
export interface DropMark {
  readonly day: string;
  /** By the storage service's clock. */
  readonly markedAt: Date;
}

/** The table that outlives the days: clean-ups, decisions and what is kept between runs of the timer. */
export interface Desk {
  /**
   * At most 5 seconds old.
   * @throws {AppError} unknown-format where another version wrote the rows in another format
   */
  state(): Promise<DeskState>;
  /** As it is now: what counting and changing need. */
  freshState(): Promise<DeskState>;
  /** Key for signing page tokens: random, made once for this error log. */
  tokenKey(): Promise<string>;
  cleanup(id: string): Promise<CleanupRecord | undefined>;
  /** Clean-ups, newest first; with `before` (an id) only older ones. */
  cleanups(most: number, before?: string): Promise<readonly Cleanup[]>;
  /** False when there is a clean-up with this id. */
  addCleanup(cleanup: Cleanup): Promise<boolean>;
  /** False when it changed since that version. */
  changeCleanup(cleanup: Cleanup, version: string): Promise<boolean>;
  forgetCleanup(id: string): Promise<void>;
  decision(problemId: string): Promise<DecisionRecord | undefined>;
  /** Notes of the decisions on these problems, where there are some. */
  notes(problemIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The steps of a record, oldest first. */
  history(problemId: string, record: DecisionRecord): Promise<readonly DecisionStep[]>;
  /** All decision records, without their history. */
  decisionsSeen(): Promise<
    readonly { readonly problemId: string; readonly seenAt: Date; readonly version: string }[]
  >;
  /** False when another decision was made since `before` (undefined: since there was none). */
  saveDecision(decision: NewDecision, before: DecisionRecord | undefined): Promise<boolean>;
  noteSeen(problemId: string, seenAt: Date, version: string): Promise<void>;
  /** Forgets a decision and its history. */
  forgetDecision(problemId: string): Promise<void>;
  dropMarks(): Promise<readonly DropMark[]>;
  markForDrop(mark: DropMark): Promise<void>;
  unmarkForDrop(day: string): Promise<void>;
}
