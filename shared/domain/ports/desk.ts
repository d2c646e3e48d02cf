import type { Cleanup } from '../cleanups/cleanup.ts';
import type { Decision } from '../problems/decision.ts';
import type { Decisions } from './decisions.ts';

/**
 * What every reader needs besides entries: clean-ups, newest first, and decisions without their notes, by problem and by
 * record (`problem-record`).
 */
export interface DeskState {
  readonly cleanups: readonly Cleanup[];
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly recordDecisions: ReadonlyMap<string, Decision>;
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
export interface Desk extends Decisions {
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
  dropMarks(): Promise<readonly DropMark[]>;
  markForDrop(mark: DropMark): Promise<void>;
  unmarkForDrop(day: string): Promise<void>;
}
