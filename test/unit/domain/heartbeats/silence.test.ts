import { describe, expect, it } from 'vitest';
import { isForgotten, isQuiet } from '../../../../shared/domain/heartbeats/silence.ts';
import { dayMs } from '../../../../shared/domain/reports/days.ts';

const minute = 60_000;
const start = Date.parse('2026-11-22T06:00:00Z');
const after = (ms: number) => new Date(start + ms);

/** Moments at these minutes. */
const at = (...minutes: number[]) => minutes.map((one) => start + one * minute);

describe('a sender is quiet', () => {
  it.each([
    { name: 'nothing yet', received: [], now: 1000, quiet: false },
    { name: 'one heartbeat, whenever it came', received: at(0), now: 100_000, quiet: false },
    { name: 'three intervals, not more', received: at(0, 5), now: 20, quiet: false },
    { name: 'more than three intervals', received: at(0, 5), now: 20.001, quiet: true },
    { name: 'one long gap is not its interval', received: at(0, 5, 10, 600, 605), now: 620.1, quiet: true },
    { name: 'the middle of two gaps', received: at(0, 4, 14), now: 35, quiet: false },
    { name: 'more than the middle of two gaps', received: at(0, 4, 14), now: 35.1, quiet: true },
    { name: 'an interval is at least a minute', received: at(0, 0.01, 0.02), now: 3, quiet: false },
    { name: 'a minute, three times', received: at(0, 0.01, 0.02), now: 3.1, quiet: true },
  ])('$name: $quiet', ({ received, now, quiet }) => {
    expect(isQuiet(received, after(now * minute))).toBe(quiet);
  });
});

it('a sender is forgotten after 30 days', () => {
  expect(isForgotten(at(0), after(30 * dayMs))).toBe(false);
  expect(isForgotten(at(0), after(30 * dayMs + 1))).toBe(true);
});
