import type { Clock } from '../tables/clock.ts';

/** How long waiting entries hold back for a transaction in flight, ms: its connection may hang while storage is well. */
const maxWaitMs = 500;

/** When the last transaction left. */
export class LastDeparture {
  readonly #clock: Clock;
  #at = 0;
  #isScheduled = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes that a transaction leaves now. */
  note(): void {
    this.#at = this.#clock.now();
  }

  /** True once the last transaction has been in flight too long; until then `sendNext` is called when that is so. */
  isOverdue(sendNext: () => void): boolean {
    const leftMs = this.#at + maxWaitMs - this.#clock.now();
    if (leftMs <= 0) return true;
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      this.#clock.after(leftMs, () => {
        this.#isScheduled = false;
        sendNext();
      });
    }
    return false;
  }
}
