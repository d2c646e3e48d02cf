import { randomBytes } from 'node:crypto';
import { base32, ulid } from '../../shared/domain/ulid.ts';
import type { TableDesk } from '../../shared/storage/table-desk.ts';
import type { TableErrorLog } from '../../shared/storage/table-error-log.ts';

/** Ports of use cases with a clock that stands at `at` (ms since 1970) until it is set. */
export function portsAt(
  { errorLog, desk }: { readonly errorLog: TableErrorLog; readonly desk: TableDesk },
  at: number,
) {
  const clock = { at };
  return {
    errorLog,
    desk,
    clock,
    retentionDays: 7,
    now: () => new Date(clock.at),
    newId: (from: Date) => ulid(from.getTime(), base32(randomBytes(10))),
    isOver: () => false,
  };
}
