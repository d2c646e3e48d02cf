import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../shared/domain/retry-after.ts';

const now = Date.parse('2026-03-11T12:00:00Z');

it.each([
  { header: '120', ms: 120_000 },
  { header: ' 0 ', ms: 0 },
  { header: 'Wed, 11 Mar 2026 12:00:30 GMT', ms: 30_000 },
  { header: 'Wed, 11 Mar 2026 11:00:00 GMT', ms: 0 },
  { header: 'soon', ms: undefined },
  { header: '', ms: undefined },
  { header: undefined, ms: undefined },
])('Retry-After "$header" asks to wait $ms ms', ({ header, ms }) => {
  expect(retryAfterMs(header, now)).toBe(ms);
});
