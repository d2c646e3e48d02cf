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
  let left = 8 + 1;
  const note = () => {
    left--;
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
        // Many more rounds of the event loop than asking takes.
        for (let round = 0; round < 1000 && left > 0; round++) await new Promise(setImmediate);
        expect(left).toBe(0);
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
