import { randomBytes } from 'node:crypto';
import { base32, ulid } from '../../shared/domain/reports/ulid.ts';
import { TableDesk } from '../../shared/storage/desk/table-desk.ts';
import type { freshStorage } from './storage.ts';

/** Ports of use cases on an error log. Their clock stands still at `clock.at` (ms since 1970). */
export function portsAt(
  { errorLog, tables, prefix }: Pick<ReturnType<typeof freshStorage>, 'errorLog' | 'tables' | 'prefix'>,
  at: number,
) {
  const clock = { at };
  return {
    errorLog,
    // Its cache ages by the same clock.
    desk: new TableDesk(tables, prefix, () => clock.at),
    clock,
    retentionDays: 7,
    now: () => new Date(clock.at),
    newId: (from: Date) => ulid(from.getTime(), base32(randomBytes(10))),
    isOver: () => false,
  };
}
