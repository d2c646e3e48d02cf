import { expect, it } from 'vitest';
import { diagnose } from '../../../shared/domain/diagnosis/diagnose.ts';
import { type ErrorEntry, entryDiagnosedLater } from '../../../shared/domain/reports/error-entry.ts';
import { anErrorEntry, anErrorReport } from '../../support/reports.ts';
import { memoryStorage } from '../../support/storage.ts';

const receivedAt = new Date();
const of = { rulesVersion: 1, receivedAt, epoch: '' };

function later(errorId: string, how: typeof diagnose = diagnose): ErrorEntry {
  return entryDiagnosedLater(anErrorReport({ errorId }), how, of);
}

it('gives the same entry as an early diagnosis, and diagnoses once', () => {
  const parts = { errorId: 'a', occurredAt: '2026-11-22T06:12:03.120Z' };
  let calls = 0;
  const entry = entryDiagnosedLater(
    anErrorReport(parts),
    (report) => {
      calls++;
      return diagnose(report);
    },
    { ...of, epoch: '01KKEC98G00000000000000001' },
  );
  const { id, pairId, problemId, counted, diagnosis, report } = anErrorEntry(parts);
  const epoch = '01KKEC98G00000000000000001';
  expect(entry).toMatchObject({
    ...{ id, pairId, problemId, counted, diagnosis, report },
    ...{ receivedAt, rulesVersion: 1, epoch },
  });
  expect(calls).toBe(1);
});

it('stores a full transaction before the rest is diagnosed', async () => {
  const { errorLog } = memoryStorage();
  let diagnosed = 0;
  const entries = Array.from({ length: 1000 }, (_, index) =>
    later(`error-${index}`, (report) => {
      diagnosed++;
      return diagnose(report);
    }),
  );
  const storing = errorLog.store(entries);
  // As many as fit into the transactions that may be in flight, and one that did not.
  expect(diagnosed).toBeLessThanOrEqual(4 * 99 + 1);
  expect((await storing).size).toBe(1000);
  expect(diagnosed).toBe(1000);
});

it('does not diagnose most of what is stored already', async () => {
  const { errorLog } = memoryStorage();
  const ids = Array.from({ length: 2000 }, (_, index) => `error-${index}`);
  const occurredAt = new Date().toISOString();
  const entries = (how: typeof diagnose) =>
    ids.map((errorId) => entryDiagnosedLater(anErrorReport({ errorId, occurredAt }), how, of));
  await errorLog.store(entries(diagnose));
  let diagnosed = 0;
  const outcomes = await errorLog.store(
    entries((report) => {
      diagnosed++;
      return diagnose(report);
    }),
  );
  expect(new Set(outcomes.values())).toEqual(new Set(['duplicate']));
  expect(diagnosed).toBeLessThanOrEqual(4 * 99 + 1);
});

it('fails the caller whose entry cannot be diagnosed, and no other', async () => {
  const { errorLog } = memoryStorage();
  const failing = errorLog.store([
    later('good'),
    later('bad', () => {
      throw new RangeError('no such rule');
    }),
  ]);
  const others = errorLog.store([later('other')]);
  await expect(failing).rejects.toThrow('no such rule');
  expect([...(await others).values()]).toEqual(['stored']);
  // The same can be sent again.
  expect([...(await errorLog.store([later('bad')])).values()]).toEqual(['stored']);
});
