/** What is under way and should be waited for at a stop. */
export class RunningWork {
  readonly #running = new Set<Promise<unknown>>();

  /** Counts a promise until it settles; its failure is its owner's business. */
  track(work: Promise<unknown>): void {
    this.#running.add(work);
    const forget = () => {
      this.#running.delete(work);
    };
    work.then(forget, forget);
  }

  /** Settles when nothing is under way any more, or after the time. */
  async drained(timeoutMs: number): Promise<void> {
    let timeout: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timeout = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([this.#empty(), tooLate]);
    clearTimeout(timeout);
  }

  async #empty(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
}
