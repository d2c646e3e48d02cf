import { describe, expect, it } from 'vitest';
import { dayOf, daysBack, endOfDay, hourOfDay, startOfDay } from '../../../../shared/domain/reports/days.ts';

const at = (text: string) => Date.parse(text);

describe('days', () => {
  it.each([
    { moment: '2026-11-22T00:00:00.000Z', day: '20261122', hour: 0 },
    { moment: '2026-11-22T23:59:59.999Z', day: '20261122', hour: 23 },
    { moment: '2026-11-22T23:59:59.999-01:00', day: '20261123', hour: 0 },
    { moment: '1970-01-01T00:00:00.000Z', day: '19700101', hour: 0 },
    { moment: '2024-02-29T12:00:00.000Z', day: '20240229', hour: 12 },
    { moment: '0001-01-01T01:00:00.000Z', day: '00010101', hour: 1 },
  ])('$moment is in hour $hour of $day', ({ moment, day, hour }) => {
    expect([dayOf(at(moment)), hourOfDay(at(moment))]).toEqual([day, hour]);
  });

  it('begin and end where the next one does', () => {
    expect(startOfDay('20261231')).toBe(at('2026-12-31T00:00:00.000Z'));
    expect(endOfDay('20261231')).toBe(at('2026-12-31T23:59:59.999Z'));
    expect(endOfDay('20261231') + 1).toBe(startOfDay('20270101'));
  });

  it.each([
    { newest: '2026-11-22T05:00Z', oldest: '2026-11-22T04:00Z', days: ['20261122'] },
    { newest: '2026-11-22T00:00Z', oldest: '2026-11-21T23:59:59.999Z', days: ['20261122', '20261121'] },
    { newest: '2026-11-22T00:00Z', oldest: '2026-11-22T00:00Z', days: ['20261122'] },
    { newest: '2027-01-01T12:00Z', oldest: '2026-12-30T12:00Z', days: ['20270101', '20261231', '20261230'] },
    { newest: '2024-03-01T12:00Z', oldest: '2024-02-28T12:00Z', days: ['20240301', '20240229', '20240228'] },
    { newest: '2026-11-22T04:00Z', oldest: '2026-11-22T05:00Z', days: [] },
    { newest: '2026-11-21T04:00Z', oldest: '2026-11-22T05:00Z', days: [] },
  ])('from $newest back to $oldest: $days', ({ newest, oldest, days }) => {
    expect(daysBack(at(newest), at(oldest))).toEqual(days);
  });
});
