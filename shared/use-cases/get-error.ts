import { AppError } from '../domain/app-error.ts';
import { entryStatus } from '../domain/decision.ts';
import type { Desk } from '../domain/desk.ts';
import { occurredAtOf } from '../domain/entry-id.ts';
import type { ErrorLog } from '../domain/error-log.ts';
import { horizonAt } from '../domain/horizon.ts';
import type { ListedEntry } from './list-errors.ts';

/** What reading one entry needs. */
export interface GetErrorPorts {
  readonly errorLog: Pick<ErrorLog, 'get'>;
  readonly desk: Pick<Desk, 'state'>;
  readonly retentionDays: number;
  readonly now: () => Date;
}

/**
 * One entry by its id.
 * @throws {AppError} not-found when it never was, expired, or was deleted
 */
export async function getError(ports: GetErrorPorts, id: string): Promise<ListedEntry> {
  const now = ports.now();
  const { cleanups, decisions } = await ports.desk.state();
  const isInReach = occurredAtOf(id) > horizonAt(now, ports.retentionDays, cleanups);
  const entry = isInReach ? await ports.errorLog.get(id) : undefined;
  if (!entry) throw new AppError('not-found', `There is no error ${id}, or not any more`);
  return { entry, status: entryStatus(decisions.get(entry.problemId), occurredAtOf(id), now) };
}
