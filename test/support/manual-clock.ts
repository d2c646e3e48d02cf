import type { Clock } from '../../shared/storage/tables/clock.ts';

/** A clock that only a test moves. What is due at once runs in the next round of the event loop. */
export class ManualClock implements Clock {
  readonly #alarms = new Set<{ readonly at: number; readonly work: () => void }>();
  #now = 0;

  now(): number {
    return this.#now;
  }

  after(ms: number, work: () => void): () => void {
    if (ms <= 0) {
      const immediate = setImmediate(work);
      return () => clearImmediate(immediate);
    }
    const alarm = { at: this.#now + ms, work };
    this.#alarms.add(alarm);
    return () => {
      this.#alarms.delete(alarm);
    };
  }

  /** Lets time pass and does what is due by then, in the order of its time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#alarms].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      const [next] = due;
      if (!next) break;
      this.#alarms.delete(next);
      this.#now = next.at;
      next.work();
    }
    this.#now = end;
  }
}
