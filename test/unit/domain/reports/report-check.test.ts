import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../../shared/domain/reports/report-check.ts';
import { aReportBody } from '../../../support/reports.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const ahead = (ms: number) =>
  checkReport({ value: aReportBody({ occurredAt: new Date(now.getTime() + ms).toISOString() }) }, now);
const minute = 60_000;

describe('a report ahead of the clock', () => {
  it.each([
    { name: 'now', ms: 0 },
    { name: '5 minutes', ms: 5 * minute },
  ])('is accepted: $name', ({ ms }) => {
    expect(ahead(ms)).toHaveProperty('report');
  });

  it.each([
    { ms: 5 * minute + 1, words: '5 min ahead' },
    { ms: 59 * minute + 59_999, words: '59 min ahead' },
    { ms: 60 * minute, words: '1 h 0 min ahead' },
    { ms: 23 * 60 * minute + 59 * minute, words: '23 h 59 min ahead' },
    { ms: 24 * 60 * minute, words: '1 d 0 h ahead' },
    { ms: 400 * 24 * 60 * minute + 90 * minute, words: '400 d 1 h ahead' },
  ])('is invalid, and the detail says how far: $words', ({ ms, words }) => {
    expect(ahead(ms)).toEqual({
      errors: [
        {
          pointer: '/occurredAt',
          detail: `${words} of the server's clock: a clock is wrong, or local time was sent as UTC`,
        },
      ],
    });
  });
});

describe('an item', () => {
  it('that cannot be read says why', () => {
    expect(checkReport({ unreadable: 'Broken' }, now)).toEqual({
      errors: [{ pointer: '', detail: 'Broken' }],
    });
  });

  it('that is not a report gets every fault listed', () => {
    const checked = checkReport({ value: { ...aReportBody(), message: 1, x: 2, source: {} } }, now);
    expect('errors' in checked && checked.errors.map(({ pointer }) => pointer)).toEqual([
      '/message',
      '/source/app',
      '/x',
    ]);
  });

  it('keeps what it holds', () => {
    const body = aReportBody({ occurredAt: '2026-11-22T11:00:00+01:00', message: '' });
    expect(checkReport({ value: body }, now)).toEqual({
      report: { ...body, occurredAt: new Date('2026-11-22T10:00:00.000Z') },
    });
  });
});
