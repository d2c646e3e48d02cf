import type { Cleanup } from '../../shared/domain/cleanups/cleanup.ts';
import type {
  CleanupRecord,
  DecisionRecord,
  Desk,
  DeskState,
  NewDecisionRecord,
} from '../../shared/domain/ports/desk.ts';

/** The desk by plain means: nothing is cached, so what was written is seen at once. */
export class MemoryDesk implements Desk {
  readonly #cleanups = new Map<string, CleanupRecord>();
  readonly #decisions = new Map<string, DecisionRecord>();
  #versions = 0;

  state(): Promise<DeskState> {
    const cleanups = this.#newestFirst();
    const decisions = new Map([...this.#decisions].map(([id, { decision }]) => [id, decision]));
    return Promise.resolve({ cleanups, decisions });
  }

  tokenKey(): Promise<string> {
    return Promise.resolve('k'.repeat(43));
  }

  cleanup(id: string): Promise<CleanupRecord | undefined> {
    return Promise.resolve(this.#cleanups.get(id));
  }

  cleanups(most: number, before?: string): Promise<readonly Cleanup[]> {
    const all = this.#newestFirst();
    const start = before === undefined ? 0 : all.findIndex(({ id }) => isNewer(before, id));
    return Promise.resolve(start < 0 ? [] : all.slice(start, start + most));
  }

  addCleanup(cleanup: Cleanup): Promise<boolean> {
    if (this.#cleanups.has(cleanup.id)) return Promise.resolve(false);
    this.#cleanups.set(cleanup.id, { cleanup, version: this.#nextVersion() });
    return Promise.resolve(true);
  }

  changeCleanup(cleanup: Cleanup, version: string): Promise<boolean> {
    if (this.#cleanups.get(cleanup.id)?.version !== version) return Promise.resolve(false);
    this.#cleanups.set(cleanup.id, { cleanup, version: this.#nextVersion() });
    return Promise.resolve(true);
  }

  forgetCleanup(id: string): Promise<void> {
    this.#cleanups.delete(id);
    return Promise.resolve();
  }

  decision(problemId: string): Promise<DecisionRecord | undefined> {
    return Promise.resolve(this.#decisions.get(problemId));
  }

  decisionsSeen() {
    return Promise.resolve(
      [...this.#decisions.values()].map(({ decision, seenAt, version }) => ({
        problemId: decision.problemId,
        seenAt,
        version,
      })),
    );
  }

  saveDecision(record: NewDecisionRecord, version: string | undefined): Promise<boolean> {
    const { problemId } = record.decision;
    if (this.#decisions.get(problemId)?.version !== version) return Promise.resolve(false);
    this.#decisions.set(problemId, { ...record, version: this.#nextVersion() });
    return Promise.resolve(true);
  }

  noteSeen(problemId: string, seenAt: Date, version: string): Promise<void> {
    const known = this.#decisions.get(problemId);
    if (known?.version === version)
      this.#decisions.set(problemId, { ...known, seenAt, version: this.#nextVersion() });
    return Promise.resolve();
  }

  forgetDecision(problemId: string, version: string): Promise<void> {
    if (this.#decisions.get(problemId)?.version === version) this.#decisions.delete(problemId);
    return Promise.resolve();
  }

  #nextVersion(): string {
    return `version ${++this.#versions}`;
  }

  #newestFirst(): Cleanup[] {
    return [...this.#cleanups.values()]
      .map(({ cleanup }) => cleanup)
      .sort((one, other) => (isNewer(one.id, other.id) ? -1 : 1));
  }
}

/** An empty desk in memory. */
export function inMemoryDesk(): MemoryDesk {
  return new MemoryDesk();
}

/** By the time in the ids; within a millisecond the smaller id comes first. */
function isNewer(one: string, other: string): boolean {
  const [time, otherTime] = [one.slice(0, 10), other.slice(0, 10)];
  return time > otherTime || (time === otherTime && one < other);
}
