import type { Decision, DecisionStep } from '../problems/decision.ts';
import type { ProblemTraits } from '../problems/problem.ts';

/** A decision with all that is kept about its problem, so that it can be read without entries. */
export interface DecisionRecord {
  /** Absent where a newer version wrote it so that it cannot be read: it is as if none had been taken. */
  readonly decision: Decision | undefined;
  readonly traits: ProblemTraits | undefined;
  /** The steps that led to it, oldest first; see {@link Decisions.history}. */
  readonly steps: readonly StepReference[];
  /** When the problem was last known to have entries. */
  readonly seenAt: Date | undefined;
  /** Storage's version of the record. */
  readonly version: string;
}

/** A step of a history by its id. */
export interface StepReference {
  readonly id: string;
  /** Whether it decided on several problems at once. */
  readonly isJoint: boolean;
  readonly isUndone: boolean;
}

/** A decision to be kept. */
export interface NewDecision {
  readonly decision: Decision;
  readonly traits: ProblemTraits;
  readonly seenAt: Date;
  /** The record that it takes the place of. */
  readonly before: DecisionRecord | undefined;
}

/** One decision on several problems. */
export interface JointDecision {
  readonly id: string;
  readonly at: Date;
  /** What each problem had before; absent where it had nothing. */
  readonly before: ReadonlyMap<string, Decision | undefined>;
  readonly undoneAt: Date | undefined;
  readonly version: string;
}

/** Decisions on problems and on their records, with their histories. */
export interface Decisions {
  /** The decision with this key: a problem's id, or `problem-record`. */
  decision(key: string): Promise<DecisionRecord | undefined>;
  /** The decisions with these keys; a storage call for 14 of them. */
  decisionsOf(keys: readonly string[]): Promise<ReadonlyMap<string, DecisionRecord>>;
  /** Notes of the decisions on these problems, where there are some. */
  notes(problemIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes of the decisions on records of a problem, by record. */
  recordNotes(problemId: string): Promise<ReadonlyMap<string, string>>;
  /** The steps of a record, oldest first. */
  history(problemId: string, record: DecisionRecord): Promise<readonly DecisionStep[]>;
  /** All decision records by their keys, without their history. */
  decisionsSeen(): Promise<
    readonly { readonly key: string; readonly seenAt: Date; readonly version: string }[]
  >;
  /** False when another decision was made since the one before. A decision on a problem needs its `step`. */
  saveDecision(decision: NewDecision, step?: DecisionStep): Promise<boolean>;
  /** Saves up to 99 decisions on problems under one id, all or none; false when one of them changed meanwhile. */
  saveJointDecision(id: string, decisions: readonly NewDecision[], step: DecisionStep): Promise<boolean>;
  jointDecision(id: string): Promise<JointDecision | undefined>;
  /** Puts these decisions in place of those of a joint one, and notes that it was undone; false when one changed meanwhile. */
  undoJointDecision(joint: JointDecision, restored: readonly NewDecision[], undoneAt: Date): Promise<boolean>;
  noteSeen(key: string, seenAt: Date, version: string): Promise<void>;
  /** Forgets a decision and its history. */
  forgetDecision(key: string): Promise<void>;
  /** Forgets decisions on several problems that were taken before a moment and that no history names; gives how many. */
  forgetJointDecisions(before: Date): Promise<number>;
}
