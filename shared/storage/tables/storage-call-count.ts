import { AsyncLocalStorage } from 'node:async_hooks';

/** Counts the storage calls made on behalf of one request or run. */
export interface StorageCallCount {
  calls: number;
}

const current = new AsyncLocalStorage<StorageCallCount>();

/** Runs `work` and adds every storage call made by it to `count`. */
export function countingStorageCalls<Result>(count: StorageCallCount, work: () => Result): Result {
  return current.run(count, work);
}

/** The count of the request or run that is being served, if one counts. */
export function currentStorageCallCount(): StorageCallCount | undefined {
  return current.getStore();
}

/** Called once for each request that goes out, retries included. */
export function noteStorageCall(): void {
  const count = current.getStore();
  if (count) count.calls++;
}
