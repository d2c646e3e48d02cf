import { AsyncLocalStorage } from 'node:async_hooks';

/** The storage calls made for one request or run of a timer. */
export interface StorageCallCount {
  calls: number;
  /** Rows that could not be read and were left out. */
  unreadableRows: number;
}

const current = new AsyncLocalStorage<StorageCallCount>();

/** Runs `work` and adds every storage call made by it to `count`. */
export function countingStorageCalls<Result>(count: StorageCallCount, work: () => Result): Result {
  return current.run(count, work);
}

/** The count of the current request or run; undefined where nobody counts. */
export function currentStorageCallCount(): StorageCallCount | undefined {
  return current.getStore();
}

/** Counts one request to storage; each attempt is one. */
export function noteStorageCall(): void {
  const count = current.getStore();
  if (count) count.calls++;
}

/** Rows that could not be read so far for the request or run that is being served. */
export function unreadableRows(): number {
  return current.getStore()?.unreadableRows ?? 0;
}
