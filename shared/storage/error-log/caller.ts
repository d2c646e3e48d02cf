import { AppError } from '../../domain/app-error.ts';
import type { StoreOutcome } from '../../domain/ports/error-log.ts';
import type { Clock } from '../tables/clock.ts';
import { currentStorageCallCount, type StorageCallCount } from '../tables/storage-call-count.ts';

/** One call of `store`. It is answered when all of its entries are settled, when one fails, or when nothing happens. */
export class Caller {
  /** Counts the storage calls made for it, if somebody asked for that. */
  readonly count: StorageCallCount | undefined = currentStorageCallCount();
  /** The outcome of each entry by its id; rejects with the first failure. */
  readonly outcomes: Promise<ReadonlyMap<string, StoreOutcome>>;
  /** True once the entries still waiting were looked up, because those sent before were stored already. */
  lookedUp = false;
  readonly #settled = new Map<string, StoreOutcome>();
  readonly #resolve: (outcomes: ReadonlyMap<string, StoreOutcome>) => void;
  readonly #reject: (failure: unknown) => void;
  readonly #clock: Clock;
  readonly #patienceMs: number;
  #entriesLeft: number;
  #lastProgress: number;
  #stopWaiting: () => void = () => undefined;
  #failure: unknown;

  /** `patienceMs` is how long it waits without any of its entries being settled. */
  constructor(entries: number, patienceMs: number, clock: Clock) {
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, StoreOutcome>>();
    this.outcomes = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#entriesLeft = entries;
    this.#patienceMs = patienceMs;
    this.#clock = clock;
    this.#lastProgress = clock.now();
    this.#waitFor(patienceMs);
  }

  /** What it failed with; its waiting entries are not sent any more. */
  get failure(): unknown {
    return this.#failure;
  }

  settle(id: string, outcome: StoreOutcome): void {
    this.#settled.set(id, outcome);
    this.#lastProgress = this.#clock.now();
    this.#entriesLeft--;
    if (this.#entriesLeft > 0) return;
    this.#stopWaiting();
    this.#resolve(this.#settled);
  }

  fail(failure: unknown): void {
    this.#failure = failure;
    this.#stopWaiting();
    this.#reject(failure);
  }

  #waitFor(ms: number): void {
    this.#stopWaiting = this.#clock.after(ms, () => {
      const leftMs = this.#lastProgress + this.#patienceMs - this.#clock.now();
      if (leftMs > 0) this.#waitFor(leftMs);
      else this.fail(tooSlow());
    });
  }
}

function tooSlow(): AppError {
  return new AppError('storage-unavailable', 'The error log is too slow now; send the same reports again', {
    retryAfterSeconds: 5,
  });
}
