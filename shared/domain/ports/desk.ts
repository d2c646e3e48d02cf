import type { Cleanup } from '../cleanups/cleanup.ts';
import type { Decision, DecisionStep } from '../problems/decision.ts';
import type { ProblemTraits } from '../problems/problem.ts';

/** What every reader needs besides entries: clean-ups and decisions, at most 5 seconds old. */
export interface DeskState {
  readonly cleanups: readonly Cleanup[];
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** A decision and what is kept about its problem, so that both can be read when the entries are gone. */
export interface DecisionRecord {
  readonly decision: Decision;
  readonly traits: ProblemTraits;
  readonly history: readonly DecisionStep[];
  /** When the problem was last known to have entries. */
  readonly seenAt: Date;
  /** Storage's version of the record. */
  readonly version: string;
}

/** A decision record as it is written: storage gives it its version. */
export type NewDecisionRecord = Omit<DecisionRecord, 'version'>;

/** A clean-up as stored. */
export interface CleanupRecord {
  readonly cleanup: Cleanup;
  /** Storage's version of the record. */
  readonly version: string;
}

/** The table that outlives the days: clean-ups and decisions. */
export interface Desk {
  state(): Promise<DeskState>;
  /** The key that signs page tokens: random, created once for this error log. */
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
  /** All decision records, without their history. */
  decisionsSeen(): Promise<
    readonly { readonly problemId: string; readonly seenAt: Date; readonly version: string }[]
  >;
  /** False when the record changed since `version`; undefined means that there was none. */
  saveDecision(record: NewDecisionRecord, version: string | undefined): Promise<boolean>;
  noteSeen(problemId: string, seenAt: Date, version: string): Promise<void>;
  forgetDecision(problemId: string, version: string): Promise<void>;
}
