import { describe, expect, it } from 'vitest';
import { checkReport, maxItemsWithDetails } from '../../../../shared/domain/reports/report-check.ts';
import { checkReports } from '../../../../shared/use-cases/check-reports.ts';
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

describe('a report from before the year 2000', () => {
  it.each([
    '0001-01-01T00:00:00Z',
    '1999-12-31T23:59:59.999Z',
    '2000-01-01T00:59:59+01:00',
    '1753-01-01T00:00:00Z',
  ])('is invalid: %s', (occurredAt) => {
    expect(checkReport({ value: aReportBody({ occurredAt }) }, now)).toEqual({
      errors: [{ pointer: '/occurredAt', detail: 'Before the year 2000: the date is empty or wrong' }],
    });
  });

  it('is no longer one from its first millisecond in UTC on', () => {
    for (const occurredAt of ['2000-01-01T00:00:00Z', '1999-12-31T23:00:00-01:00'])
      expect(checkReport({ value: aReportBody({ occurredAt }) }, now)).toHaveProperty('report');
  });
});

describe('many items', () => {
  it('have details for the first 200 that are invalid, at most 5 each', async () => {
    const bad = { value: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`n${index}`, 1])) };
    const good = { value: aReportBody({ occurredAt: now.toISOString() }) };
    const broken = { unreadable: 'Broken' };
    const empty = { value: aReportBody({ occurredAt: '0001-01-01T00:00:00Z' }) };
    const checked = await checkReports([good, ...Array(500).fill(bad), broken, empty, good], now);
    const invalid = checked.flatMap((one) => ('errors' in one ? [one.errors] : []));
    expect(invalid).toHaveLength(502);
    const detailed = invalid.flatMap((errors) => (errors ? [errors.length] : []));
    expect(detailed).toEqual(Array(maxItemsWithDetails).fill(5));
    expect(checked.filter((one) => 'report' in one)).toHaveLength(2);
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
    expect('errors' in checked && checked.errors?.map(({ pointer }) => pointer)).toEqual([
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
