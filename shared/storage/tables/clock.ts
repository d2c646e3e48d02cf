/** Time that passes, for limits and waits. Tests bring one of their own, so that nobody has to wait. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Calls `work` once, after so many milliseconds; the function it returns cancels that. */
  after(ms: number, work: () => void): () => void;
}

/** The clock of this process. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, work) {
    const timeout = setTimeout(work, ms);
    return () => clearTimeout(timeout);
  },
};
