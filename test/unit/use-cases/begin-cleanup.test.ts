import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../shared/domain/reports/days.ts';
import { beginCleanup, type CleanupPorts, previewCleanup } from '../../../shared/use-cases/begin-cleanup.ts';
import { memoryPortsAt } from '../../support/desk-ports.ts';
import { anErrorEntry } from '../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');
const request = { olderThanDays: undefined, filter: undefined };

async function portsWith(days: readonly number[]) {
  const ports = memoryPortsAt(noon);
  await ports.errorLog.store(
    days.map((back) => anErrorEntry({ occurredAt: new Date(noon - back * dayMs).toISOString() })),
  );
  return ports;
}

/** Ports whose desk answers once the counts of all days and the service's time were asked for. */
function withLateDesk(ports: Awaited<ReturnType<typeof portsWith>>): CleanupPorts {
  const { errorLog, desk } = ports;
  const asked = Promise.withResolvers<void>();
  let left = 8 + 1;
  const note = () => {
    if (--left === 0) asked.resolve();
  };
  return {
    ...ports,
    errorLog: Object.assign(Object.create(errorLog), {
      summary: (day: string, maxCalls: number) => {
        note();
        return errorLog.summary(day, maxCalls);
      },
      days: () => {
        note();
        return errorLog.days();
      },
      count: errorLog.count.bind(errorLog),
    }),
    desk: Object.assign(Object.create(desk), {
      freshState: async () => {
        await asked.promise;
        return await desk.freshState();
      },
      addCleanup: desk.addCleanup.bind(desk),
    }),
  };
}

describe('a clean-up', () => {
  it('counts the days while it reads the desk: one waits for the other nowhere', async () => {
    const ports = await portsWith([0, 1, 2, 6]);
    const cleanup = await beginCleanup(withLateDesk(ports), request, 'x', () => false);
    expect(cleanup).toMatchObject({ deleted: 4, phase: 'done' });
  });

  it('says first what is wrong with the desk', async () => {
    const ports = await portsWith([0]);
    const failing: CleanupPorts = {
      ...ports,
      errorLog: Object.assign(Object.create(ports.errorLog), {
        summary: () => Promise.reject(new Error('the counts')),
      }),
      desk: Object.assign(Object.create(ports.desk), {
        freshState: async () => {
          await new Promise(setImmediate);
          throw new Error('the desk');
        },
      }),
    };
    await expect(previewCleanup(failing, request, 'x')).rejects.toThrow('the desk');
  });
});
