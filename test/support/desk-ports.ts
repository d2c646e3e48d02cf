import { randomBytes } from 'node:crypto';
import { base32, ulid } from '../../shared/domain/reports/ulid.ts';
import { TableAlerts } from '../../shared/storage/desk/table-alerts.ts';
import { TableDesk } from '../../shared/storage/desk/table-desk.ts';
import { TableHeartbeats } from '../../shared/storage/desk/table-heartbeats.ts';
import type { ProblemListOptions } from '../../shared/use-cases/find-problems.ts';
import type { OrderKey } from '../../shared/use-cases/problem-order.ts';
import { freshStorage, memoryStorage, type Storage } from './storage.ts';

/** A clock that a test moves, ms since 1970. */
export interface TestClock {
  at: number;
}

/** Ports of use cases on tables. Their time is `clock.at` (ms since 1970), which a test may change. */
export function portsAt({ errorLog, tables, prefix }: Omit<Storage, 'desk'>, at: number | TestClock) {
  const time = timeAt(typeof at === 'number' ? { at } : at);
  // A desk of its own, so that its cache expires by the same clock.
  const desk = new TableDesk(tables, prefix, () => time.clock.at);
  const heartbeats = new TableHeartbeats(
    tables,
    prefix,
    () => desk.checkFormat(),
    () => time.clock.at,
  );
  const alerts = new TableAlerts(tables, prefix, () => desk.checkFormat());
  return { ...time, errorLog, desk, heartbeats, alerts };
}

/** Ports of use cases in memory, with the same kind of clock. */
export function memoryPortsAt(at: number) {
  return memoryDeskAt(at).ports;
}

/** Storage in memory and ports of use cases that share one clock, which a test may change. */
export function memoryDeskAt(at: number) {
  const clock: TestClock = { at };
  const storage = memoryStorage(() => new Date(clock.at));
  return { storage, ports: portsAt(storage, clock) };
}

/** As {@link memoryDeskAt}, on the storage service. */
export function serviceDeskAt(at: number, connectionString?: string) {
  const clock: TestClock = { at };
  const time = () => new Date(clock.at);
  const storage = freshStorage(connectionString === undefined ? { time } : { connectionString, time });
  return { storage, ports: portsAt(storage, clock) };
}

function timeAt(clock: TestClock) {
  return {
    clock,
    retentionDays: 7,
    now: () => new Date(clock.at),
    newId: (from: Date) => ulid(from.getTime(), base32(randomBytes(10))),
    isOver: () => false,
  };
}

/** So many problems at most, last seen first; `from` is where a page before ended. */
export function byLastSeen(most: number, from?: OrderKey): ProblemListOptions {
  return { order: 'lastSeenAt', from, most, withSamples: false };
}
