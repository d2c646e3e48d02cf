import { describe, expect, it } from 'vitest';
import { refreshInterval } from '../../../../shared/dashboard/api/activity.ts';
import { nextPageToken } from '../../../../shared/dashboard/api/page-token.ts';

describe('reading again', () => {
  it('takes 30 seconds while somebody is there, and 5 minutes after 10 minutes without a key or pointer', () => {
    expect(refreshInterval(600_000, 0)).toBe(30_000);
    expect(refreshInterval(600_001, 0)).toBe(300_000);
  });

  it('goes on where the last page ended', () => {
    expect(nextPageToken({ nextLink: 'http://desk.example/api/errors?maxpagesize=5&pagetoken=a%2Bb' })).toBe(
      'a+b',
    );
    expect(nextPageToken({})).toBeUndefined();
  });
});
