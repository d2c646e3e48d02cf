import type { Cleanup } from '../domain/cleanups/cleanup.ts';
import { epochOf, Horizon } from '../domain/cleanups/horizon.ts';
import type { Desk, DeskState } from '../domain/ports/desk.ts';
import type { Decision } from '../domain/problems/decision.ts';

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

function viewOf({ cleanups, decisions }: DeskState, retentionDays: number, now: Date): CurrentView {
  const horizon = new Horizon(now, retentionDays, cleanups);
  return { now, horizon, cleanups, decisions, epoch: epochOf(cleanups) };
}
