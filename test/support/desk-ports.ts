import { randomBytes } from 'node:crypto';
import { base32, ulid } from '../../shared/domain/reports/ulid.ts';
import { TableDesk } from '../../shared/storage/desk/table-desk.ts';
import { inMemoryDesk } from './memory-desk.ts';
import { inMemoryErrorLog } from './memory-error-log.ts';
import type { Storage } from './storage.ts';

/** Ports of use cases on tables. Their time is `clock.at` (ms since 1970), which a test may change. */
export function portsAt({ errorLog, tables, prefix }: Omit<Storage, 'desk'>, at: number) {
  const time = timeAt(at);
  // A desk of its own, so that its cache expires by the same clock.
  return { ...time, errorLog, desk: new TableDesk(tables, prefix, () => time.clock.at) };
}

/** Ports of use cases in memory, with the same kind of clock. */
export function memoryPortsAt(at: number) {
  return { ...timeAt(at), errorLog: inMemoryErrorLog(), desk: inMemoryDesk() };
}

function timeAt(at: number) {
  const clock = { at };
  return {
    clock,
    retentionDays: 7,
    now: () => new Date(clock.at),
    newId: (from: Date) => ulid(from.getTime(), base32(randomBytes(10))),
    isOver: () => false,
  };
}
