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

/**
 * An error log and a desk of a test's own on the shared Azurite; `connectionString` to reach it through a proxy, `time`
 * in place of the service's own clock.
 */
export function freshStorage({
  connectionString = inject('errorLog'),
  prefix = freshPrefix(),
  time,
  tables = withTime(openTableService({ connectionString }), time),
}: {
  readonly connectionString?: string;
  readonly prefix?: string;
  readonly time?: () => Date;
  readonly tables?: TableService;
} = {}) {
  return { prefix, tables, errorLog: new TableErrorLog(tables, prefix), desk: new TableDesk(tables, prefix) };
}

/** Tables whose service has another clock. */
export function withTime(tables: TableService, time: (() => Date) | undefined): TableService {
  if (!time) return tables;
  return {
    table: (name) => tables.table(name),
    tableNames: async (prefix) => ({ ...(await tables.tableNames(prefix)), at: time() }),
  };
}

/** An error log and a desk, and the tables they are on. */
export type Storage = ReturnType<typeof freshStorage>;

/** An error log and a desk of a test's own in memory; `time` is the clock of the storage service. */
export function memoryStorage(time?: () => Date): Storage {
  return freshStorage({ tables: new MemoryTables(time), prefix: 'errors' });
}

/** Another instance of the app on the same tables: it caches for itself, and its writers know nothing of the others. */
export function anotherInstance({ tables, prefix }: Storage): Storage {
  return freshStorage({ tables, prefix });
}

/** The desks of two instances on the same tables. */
export function twoDesks(storage: Storage) {
  return { desk: storage.desk, another: anotherInstance(storage).desk };
}

/** Storage behind a proxy, by the proxy's clock: no call ends because the machine is slow, none waits to be repeated. */
export function storageThrough(
  { connectionString, clock }: FaultProxy,
  {
    attempts = 10,
    prefix = freshPrefix(),
    time,
  }: { readonly attempts?: number; readonly prefix?: string; readonly time?: () => Date } = {},
) {
  const limits = { attemptMs: unansweredMs, totalMs: 30_000, attempts, firstWaitMs: 0, maxWaitMs: 0 };
  const tables = withTime(openTableService({ connectionString }, limits, clock), time);
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
  const count = { calls: 0, unreadableRows: 0 };
  const result = await countingStorageCalls(count, work);
  return { result, calls: count.calls };
}
