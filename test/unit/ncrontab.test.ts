import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNcrontab } from '../../shared/ncrontab.ts';

const sunday = '2026-11-22T06:01:35.255Z';

describe('parseNcrontab', () => {
  it.each([
    { expression: '0 15 * * * *', after: sunday, next: '2026-11-22T06:15:00Z' },
    { expression: '15 * * * *', after: sunday, next: '2026-11-22T06:15:00Z' },
    { expression: '* * * * * *', after: sunday, next: '2026-11-22T06:01:36Z' },
    { expression: '* * * * * *', after: '2026-11-22T06:01:35Z', next: '2026-11-22T06:01:36Z' },
    { expression: '0 15 * * * *', after: '2026-11-22T06:15:00Z', next: '2026-11-22T07:15:00Z' },
    { expression: '0 */5 * * * *', after: sunday, next: '2026-11-22T06:05:00Z' },
    { expression: '0 5/15 * * * *', after: sunday, next: '2026-11-22T06:05:00Z' },
    { expression: '0 5/15 * * * *', after: '2026-11-22T06:50:00Z', next: '2026-11-22T07:05:00Z' },
    { expression: '0 0-10/4 * * * *', after: sunday, next: '2026-11-22T06:04:00Z' },
    { expression: '0 0-10/4 * * * *', after: '2026-11-22T06:08:00Z', next: '2026-11-22T07:00:00Z' },
    { expression: '0 0 9-17 * * 1-5', after: sunday, next: '2026-11-23T09:00:00Z' },
    { expression: '0 0 9 * * MON-fri', after: sunday, next: '2026-11-23T09:00:00Z' },
    { expression: '0 0 9 * * sunday', after: sunday, next: '2026-11-22T09:00:00Z' },
    { expression: '0 0 0 * * 0', after: sunday, next: '2026-11-29T00:00:00Z' },
    { expression: '0 0 0 1 1 *', after: sunday, next: '2027-01-01T00:00:00Z' },
    { expression: '0 0 0 1 Dec,feb *', after: sunday, next: '2026-12-01T00:00:00Z' },
    { expression: '0 0 0 31 * *', after: sunday, next: '2026-12-31T00:00:00Z' },
    { expression: '0 0 0 13 * 5', after: sunday, next: '2027-08-13T00:00:00Z' },
    { expression: '0 0 0 29 2 *', after: sunday, next: '2028-02-29T00:00:00Z' },
    { expression: '0 0 0 29 2 1', after: '2072-03-01T00:00:00Z', next: '2112-02-29T00:00:00Z' },
    { expression: '59,0,30 59 23 * * *', after: '2026-12-31T23:59:30Z', next: '2026-12-31T23:59:59Z' },
    { expression: '  0   0 0 1 1 *  ', after: sunday, next: '2027-01-01T00:00:00Z' },
  ])('$expression comes due after $after at $next', ({ expression, after, next }) => {
    expect(parseNcrontab(expression).next(new Date(after))).toEqual(new Date(next));
  });

  it.each([
    { expression: '', reason: 'five or six fields' },
    { expression: '* * * *', reason: 'five or six fields' },
    { expression: '* * * * * * *', reason: 'five or six fields' },
    { expression: '00:05:00', reason: 'five or six fields' },
    { expression: '0 0 0 ? * *', reason: '"?" as day' },
    { expression: '0 0 0 L * *', reason: '"L" as day' },
    { expression: '0 0 0 15W * *', reason: '"15W" as day' },
    { expression: '0 0 0 * * 5#3', reason: '"5#3" as day of week' },
    { expression: '0 0 0 * * 7', reason: '"7" as day of week' },
    { expression: '60 * * * * *', reason: '"60" as second' },
    { expression: '* 60 * * * *', reason: '"60" as minute' },
    { expression: '* * 24 * * *', reason: '"24" as hour' },
    { expression: '* * * 0 * *', reason: '"0" as day' },
    { expression: '* * * * 13 *', reason: '"13" as month' },
    { expression: '0 -5 * * * *', reason: '"-5" as minute' },
    { expression: '0 1.5 * * * *', reason: '"1.5" as minute' },
    { expression: '0 1, * * * *', reason: '"" as minute' },
    { expression: '0 */ * * * *', reason: '"*/" as minute' },
    { expression: '0 */0 * * * *', reason: '"*/0" as minute' },
    { expression: '0 1/2/3 * * * *', reason: '"1/2/3" as minute' },
    { expression: '0 *-5 * * * *', reason: '"*-5" as minute' },
    { expression: '0 0 22-2 * * *', reason: '"22-2" as hour' },
    { expression: '0 0 0 * ju *', reason: '"ju" as month' },
    { expression: '0 0 0 * someday *', reason: '"someday" as month' },
    { expression: '0 mon * * * *', reason: '"mon" as minute' },
    { expression: '0 0 0 30 2 *', reason: 'never comes due' },
    { expression: '0 0 0 31 4,6,9,11 *', reason: 'never comes due' },
  ])('refuses "$expression": $reason', ({ expression, reason }) => {
    expect(() => parseNcrontab(expression)).toThrow(reason);
  });

  it('finds the first second that fits, whatever the fields', () => {
    const field = (max: number) =>
      fc.oneof(
        fc.constant('*'),
        fc.nat(max).map(String),
        fc.integer({ min: 1, max: 30 }).map((step) => `*/${step}`),
      );
    const fits = (text: string, value: number) =>
      text === '*' ||
      text === String(value) ||
      (text.startsWith('*/') && value % Number(text.slice(2)) === 0);
    fc.assert(
      fc.property(field(59), field(59), fc.integer({ min: 0, max: 3_000_000 }), (second, minute, offset) => {
        const after = new Date(Date.UTC(2026, 10, 22) + offset);
        const next = parseNcrontab(`${second} ${minute} * * * *`).next(after);
        const first = Math.floor(after.getTime() / 1000) + 1;
        for (let at = first; at < next.getTime() / 1000; at += 1)
          expect(fits(second, at % 60) && fits(minute, Math.floor(at / 60) % 60)).toBe(false);
        expect(fits(second, next.getUTCSeconds()) && fits(minute, next.getUTCMinutes())).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
