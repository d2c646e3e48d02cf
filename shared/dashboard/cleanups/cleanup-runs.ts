import type { Progress } from './progress.ts';

/** The clean-ups that this tab follows, by id. They outlive the dialogs and views that show them. */
class CleanupRuns {
  #runs: ReadonlyMap<string, Progress> = new Map();
  #beginning = 0;
  readonly #listeners = new Set<() => void>();
  /** Those that are looked at again and again, with what ends that. */
  readonly #followed = new Map<string, AbortController>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly all = (): ReadonlyMap<string, Progress> => this.#runs;

  /** How many are being begun: the API has not answered yet. */
  readonly beginning = (): number => this.#beginning;

  /** Counts a clean-up as being begun until the API has answered. */
  async begin<T>(answer: Promise<T>): Promise<T> {
    this.#beginning++;
    this.#tell();
    try {
      return await answer;
    } finally {
      this.#beginning--;
      this.#tell();
    }
  }

  set(progress: Progress): void {
    this.#runs = new Map(this.#runs).set(progress.cleanup.id, progress);
    this.#tell();
  }

  isFollowed(id: string): boolean {
    return this.#followed.has(id);
  }

  /** Ends what followed it before. */
  beginFollowing(id: string): AbortSignal {
    this.endFollowing(id);
    const controller = new AbortController();
    this.#followed.set(id, controller);
    return controller.signal;
  }

  endFollowing(id: string): void {
    this.#followed.get(id)?.abort();
    this.#followed.delete(id);
  }

  /** Forgets a clean-up, unless it is followed again by now. */
  forget(id: string): void {
    if (this.isFollowed(id)) return;
    this.#runs = new Map([...this.#runs].filter(([other]) => other !== id));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Those of this tab. */
export const cleanupRuns = new CleanupRuns();
