import { AppError } from '../domain/app-error.ts';
import { clockMarginMs } from '../domain/cleanups/cleanup.ts';
import { horizonAt } from '../domain/cleanups/horizon.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import { entryStatus } from '../domain/problems/decision.ts';
import { occurredAtOf } from '../domain/reports/entry-id.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';
import type { ListedEntry } from './find-errors.ts';

/** What reading one entry needs. */
export interface ReadErrorPorts {
  readonly errorLog: Pick<ErrorLog, 'get'>;
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/**
 * One entry by its id.
 * @throws {AppError} not-found when it never was, expired, or was deleted
 */
export async function readError(ports: ReadErrorPorts, id: string): Promise<ListedEntry> {
  const now = ports.now();
  const { cleanups, decisions } = await ports.desk.state();
  const mayExist = isInReach(id, now, horizonAt(now, ports.retentionDays, cleanups));
  const entry = mayExist ? await ports.errorLog.get(id) : undefined;
  if (!entry) throw new AppError('not-found', `There is no error ${id}, or not any more`);
  return { entry, status: entryStatus(decisions.get(entry.problemId), occurredAtOf(id), now) };
}

/** Whether an entry with this id can be: after the horizon (ms since 1970), and not later than reports may be. */
export function isInReach(id: string, now: Date, horizon: number): boolean {
  const occurredAt = occurredAtOf(id);
  return occurredAt > horizon && occurredAt <= now.getTime() + futureToleranceMs + clockMarginMs;
}
