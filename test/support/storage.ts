import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { TableDesk } from '../../shared/storage/desk/table-desk.ts';
import { TableErrorLog } from '../../shared/storage/error-log/table-error-log.ts';
import { countingStorageCalls } from '../../shared/storage/tables/storage-call-count.ts';
import { openTableService, type TableService } from '../../shared/storage/tables/table-service.ts';
import { type FaultProxy, unansweredMs } from './fault-proxy.ts';
import { MemoryTables } from './memory-tables.ts';

/** A table prefix no other test uses. */
export function freshPrefix(): string {
  return `t${randomBytes(6).toString('hex')}`;
}

/** An error log and a desk of a test's own on the shared Azurite; `connectionString` to reach it through a proxy. */
export function freshStorage({
  connectionString = inject('errorLog'),
  prefix = freshPrefix(),
  tables = openTableService({ connectionString }),
}: {
  readonly connectionString?: string;
  readonly prefix?: string;
  readonly tables?: TableService;
} = {}) {
  return { prefix, tables, errorLog: new TableErrorLog(tables, prefix), desk: new TableDesk(tables, prefix) };
}

/** An error log and a desk, and the tables they are on. */
export type Storage = ReturnType<typeof freshStorage>;

/** An error log and a desk of a test's own in memory. */
export function memoryStorage(): Storage {
  return freshStorage({ tables: new MemoryTables() });
}

/** Another instance of the app on the same tables: it caches for itself, and its writers know nothing of the others. */
export function anotherInstance({ tables, prefix }: Storage): Storage {
  return freshStorage({ tables, prefix });
}

/** Storage behind a proxy, by the proxy's clock: no call ends because the machine is slow, none waits to be repeated. */
export function storageThrough(
  { connectionString, clock }: FaultProxy,
  { attempts = 10, prefix = freshPrefix() }: { readonly attempts?: number; readonly prefix?: string } = {},
) {
  const limits = { attemptMs: unansweredMs, totalMs: 30_000, attempts, firstWaitMs: 0, maxWaitMs: 0 };
  const tables = openTableService({ connectionString }, limits, clock);
  return {
    prefix,
    tables,
    errorLog: new TableErrorLog(tables, prefix, { patienceMs: 60_000, clock }),
    desk: new TableDesk(tables, prefix),
  };
}

/** What `work` gives, and how many storage calls it made. */
export async function counted<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly calls: number }> {
  const count = { calls: 0 };
  const result = await countingStorageCalls(count, work);
  return { result, calls: count.calls };
}
