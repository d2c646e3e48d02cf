import type { Cleanup } from '../domain/cleanups/cleanup.ts';
import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { Decision } from '../domain/problems/decision.ts';

export interface ViewPorts {
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/** What every reader needs besides entries. */
export interface CurrentView {
  readonly now: Date;
  /** Moment up to which entries no longer exist for readers (inclusive), ms since 1970. */
  readonly horizon: number;
  readonly cleanups: readonly Cleanup[];
  /** By problem id. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** The clean-ups and decisions in force now, and the horizon that follows from them. */
export async function currentView({ desk, retentionDays, now }: ViewPorts): Promise<CurrentView> {
  const at = now();
  const { cleanups, decisions } = await desk.state();
  return { now: at, horizon: horizonAt(at, retentionDays, cleanups), cleanups, decisions };
}
