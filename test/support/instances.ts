import { TableLatestValidation } from '../../shared/storage/desk/table-latest-validation.ts';
import { runMaintenance } from '../../shared/use-cases/run-maintenance.ts';
import { storeReports } from '../../shared/use-cases/store-reports.ts';
import { portsAt } from './desk-ports.ts';
import { entriesIn, type FoundEntry } from './recount.ts';
import { aReportBody } from './reports.ts';
import { anotherInstance, memoryStorage, type Storage } from './storage.ts';

/** One instance of the app; its clock may differ from the one of the storage service. */
export type Instance = ReturnType<Instances['open']>;

/** Several instances of the app over one storage, whose clock a test moves. */
export class Instances {
  /** The clock of the storage service, ms since 1970. */
  at: number;
  readonly storage: Storage;

  constructor(at: number, storage?: Storage) {
    this.at = at;
    this.storage = storage ?? memoryStorage(() => new Date(this.at));
  }

  /** A new instance. `aheadMs` is how far its clock is ahead of storage's. */
  open({ aheadMs = 0, retentionDays = 7 }: { aheadMs?: number; retentionDays?: number } = {}) {
    const world = this;
    const clock = {
      get at() {
        return world.at + aheadMs;
      },
    };
    const ports = portsAt(anotherInstance(this.storage), this.at);
    // The desk's cache expires by the same clock.
    Object.defineProperty(ports.clock, 'at', { get: () => clock.at });
    const latestValidation = new TableLatestValidation(this.storage.tables, this.storage.prefix, () =>
      ports.desk.checkFormat(),
    );
    return { ...ports, latestValidation, retentionDays, now: () => new Date(clock.at) };
  }

  /** The entries of all days, as their rows say. */
  async entries(): Promise<FoundEntry[]> {
    const { days } = await this.storage.errorLog.days();
    const found = await Promise.all(
      days.map((day) => entriesIn(this.storage.tables.table(`${this.storage.prefix}${day}`))),
    );
    return found.flat();
  }
}

/** Reports to an instance. */
export function report(instance: Instance, bodies: readonly Readonly<Record<string, unknown>>[]) {
  return storeReports(
    instance,
    bodies.map((body) => ({ value: aReportBody(body) })),
  );
}

/** Runs the timer; gives what each step did, and throws what a step threw. */
export async function runTimer(
  instance: Instance,
): Promise<Record<string, Readonly<Record<string, number>>>> {
  const results = await runMaintenance(instance);
  for (const { failure } of results) if (failure) throw failure;
  return Object.fromEntries(results.map(({ step, done }) => [step, done]));
}
