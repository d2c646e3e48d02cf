import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageLimit } from '../../../../infra/local/storage-limit.ts';

const limits = { warn: 25_000, full: 40_000, max: 50_000 };
// A report of 1,000 bytes counts for 1,000 + 1,200 + 2 × 1,000.
const report = Buffer.from(`{"occurredAt":"${'x'.repeat(983)}"}`);
const counted = 4_200;

let folder: string;
let file: string;
let saves: number;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limit-'));
  file = join(folder, 'tables.json');
  saves = 0;
  warnings = [];
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the file as Azurite does, each time at another moment. */
function save(bytes: number): void {
  saves += 1;
  writeFileSync(file, 'x'.repeat(bytes));
  utimesSync(file, saves, saves);
}
const watch = () => new StorageLimit(file, (text) => warnings.push(text), limits);
const enter = (limit: StorageLimit) => limit.enter('reportErrors', report);
const leave = (limit: StorageLimit) => limit.leave('reportErrors', report);
const detailOf = (answer: ReturnType<typeof enter>) =>
  JSON.parse(Buffer.from(answer?.body?.bytes ?? []).toString()).detail;

describe('StorageLimit', () => {
  it('lets reports in while there is no file, and while it is small', () => {
    const limit = watch();
    expect(enter(limit)).toBeUndefined();
    leave(limit);
    save(24_999);
    expect(enter(limit)).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('warns once from the first limit on, and still lets reports in', () => {
    save(25_000);
    const limit = watch();
    expect(enter(limit)).toBeUndefined();
    leave(limit);
    save(26_000);
    expect(enter(limit)).toBeUndefined();
    expect(warnings).toEqual([
      'The data file of the local storage has 0 MB. At 0 MB it takes no more reports. ' +
        'Start with another data folder (npm start -- --data FOLDER), or set ERROR_LOG to a real storage account.',
    ]);
  });

  it('answers 503 with what to do from the second limit on, until the file is smaller', () => {
    save(40_000);
    const limit = watch();
    const answer = enter(limit);
    expect(answer).toMatchObject({
      statusCode: '503',
      headers: { 'content-type': 'application/problem+json', 'retry-after': '5' },
    });
    expect(detailOf(answer)).toContain('npm start -- --data FOLDER');
    expect(detailOf(answer)).toContain('ERROR_LOG');
    save(39_000);
    expect(enter(limit)).toBeUndefined();
  });

  it('leaves everything but reports alone', () => {
    save(60_000);
    expect(watch().enter('decideProblem', report)).toBeUndefined();
  });

  it('counts reports that are being stored', () => {
    save(39_000);
    const limit = watch();
    expect([enter(limit), enter(limit)]).toEqual([undefined, undefined]);
    expect(detailOf(enter(limit))).toContain('Send the same again');
  });

  it('forgets what it counted when nothing is saved for long: it was not stored', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    save(39_000);
    const limit = watch();
    for (const _report of [1, 2]) {
      enter(limit);
      leave(limit);
    }
    expect(enter(limit)?.statusCode).toBe('503');
    vi.advanceTimersByTime(61_000);
    expect(enter(limit)?.statusCode).toBe('503');
    vi.advanceTimersByTime(61_000);
    expect(enter(limit)).toBeUndefined();
  });

  it('counts what is stored until two saves later: the first may have begun before', () => {
    save(50_000 - counted * 2);
    const limit = new StorageLimit(file, () => undefined, { ...limits, full: 50_000 });
    expect([enter(limit), enter(limit)]).toEqual([undefined, undefined]);
    leave(limit);
    leave(limit);
    expect(enter(limit)?.statusCode).toBe('503');
    save(50_000 - counted);
    expect(enter(limit)?.statusCode).toBe('503');
    save(50_000 - counted);
    expect(enter(limit)).toBeUndefined();
    expect(enter(limit)?.statusCode).toBe('503');
  });

  it('counts each report of a body', () => {
    save(39_000);
    const limit = watch();
    const many = Buffer.from(`[${'{"occurredAt":""},'.repeat(10)}]`);
    expect(limit.enter('reportErrors', many)?.statusCode).toBe('503');
    expect(limit.enter('reportErrors', many.subarray(0, 95))).toBeUndefined();
  });
});
