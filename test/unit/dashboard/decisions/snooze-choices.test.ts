import { expect, it } from 'vitest';
import { localInputValue, snoozeChoices } from '../../../../shared/dashboard/decisions/snooze-choices.ts';

it('a snooze ends in an hour, tomorrow morning or in a week, in local time', () => {
  const now = new Date(2026, 10, 30, 17, 45);
  const { hour, tomorrow, week } = snoozeChoices(now);
  expect([hour, tomorrow, week].map(localInputValue)).toEqual([
    '2026-11-30T18:45',
    '2026-12-01T08:00',
    '2026-12-07T08:00',
  ]);
});
