import { describe, expect, it } from 'vitest';
import { quietHoursIn, quietUntil } from '../../../../shared/domain/alerts/quiet-hours.ts';

describe('quiet hours', () => {
  it.each([
    { hours: '22:00-06:00', at: '2026-11-20T21:59:59Z', until: undefined },
    { hours: '22:00-06:00', at: '2026-11-20T22:00:00Z', until: '2026-11-21T06:00:00Z' },
    { hours: '22:00-06:00', at: '2026-11-21T05:59:30Z', until: '2026-11-21T06:00:00Z' },
    { hours: '22:00-06:00', at: '2026-11-21T06:00:00Z', until: undefined },
    { hours: '12:00-13:30', at: '2026-11-21T13:00:00Z', until: '2026-11-21T13:30:00Z' },
    { hours: '12:00-13:30', at: '2026-11-21T11:00:00Z', until: undefined },
    { hours: '00:00-23:59', at: '2026-11-21T00:00:00Z', until: '2026-11-21T23:59:00Z' },
  ])('$hours at $at end at $until', ({ hours, at, until }) => {
    const end = quietUntil(quietHoursIn(hours), 'UTC', Date.parse(at));
    expect(end && new Date(end).toISOString()).toBe(until && new Date(until).toISOString());
  });

  it.each([
    { name: 'winter', at: '2026-01-10T22:00:00Z', until: '2026-01-11T05:00:00.000Z' },
    { name: 'summer', at: '2026-07-10T21:00:00Z', until: '2026-07-11T04:00:00.000Z' },
    {
      name: 'the night that is an hour longer',
      at: '2026-10-24T20:30:00Z',
      until: '2026-10-25T05:00:00.000Z',
    },
    {
      name: 'the night that is an hour shorter',
      at: '2026-03-28T21:30:00Z',
      until: '2026-03-29T04:00:00.000Z',
    },
  ])('go by the clock of the time zone in $name', ({ at, until }) => {
    const end = quietUntil(quietHoursIn('22:00-06:00'), 'Europe/Amsterdam', Date.parse(at));
    expect(new Date(end ?? 0).toISOString()).toBe(until);
  });

  it.each(['', '22-6', '24:00-06:00', '22:00-22:00', '22:00 - 06:00', '22:60-06:00'])(
    '%s are none',
    (text) => {
      expect(quietHoursIn(text)).toBeUndefined();
    },
  );
});
