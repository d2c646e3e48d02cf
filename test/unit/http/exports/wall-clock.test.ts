import { expect, it } from 'vitest';
import { wallClock } from '../../../../shared/http/exports/wall-clock.ts';

it.each([
  { zone: 'UTC', at: '2026-07-10T22:30:01.250Z', shown: '2026-07-10T22:30:01.250Z' },
  { zone: 'Europe/Amsterdam', at: '2026-07-10T22:30:01.250Z', shown: '2026-07-11T00:30:01.250Z' },
  { zone: 'Europe/Amsterdam', at: '2026-12-31T23:30:00.000Z', shown: '2027-01-01T00:30:00.000Z' },
  { zone: 'America/St_Johns', at: '2026-01-10T02:00:00.000Z', shown: '2026-01-09T22:30:00.000Z' },
])('$at is $shown on the wall of $zone', ({ zone, at, shown }) => {
  expect(wallClock(new Date(at), zone).toISOString()).toBe(shown);
});
