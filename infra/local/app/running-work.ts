/** The work that a stop waits for. */
export class RunningWork {
  readonly #running = new Set<Promise<unknown>>();

  /** Counts a promise until it settles. Ignores its failure: that is for its owner. */
  track(work: Promise<unknown>): void {
    this.#running.add(work);
    void work.catch(() => undefined).finally(() => this.#running.delete(work));
  }

  /** Settles when nothing is running any more, or after the time. */
  async drained(timeoutMs: number): Promise<void> {
    const { promise: timeout, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    await Promise.race([this.#empty(), timeout]);
    clearTimeout(timer);
  }

  async #empty(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
