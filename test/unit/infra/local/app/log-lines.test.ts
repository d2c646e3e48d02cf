import { describe, expect, it, vi } from 'vitest';
import type { LogLevel } from '../../../../../infra/local/app/core-types.ts';
import { logFrom } from '../../../../../infra/local/app/log-lines.ts';

describe('logFrom', () => {
  const levels: readonly LogLevel[] = ['trace', 'debug', 'information', 'warning', 'error', 'critical'];

  it.each([
    { minimum: 'Trace', first: 'trace' },
    { minimum: 'information', first: 'information' },
    { minimum: 'WARNING', first: 'warning' },
    { minimum: 'Critical', first: 'critical' },
    { minimum: 'None', first: undefined },
    { minimum: 'Loud', first: 'information' },
  ] as const)('writes lines from $minimum on', ({ minimum, first }) => {
    const lines: string[] = [];
    const write = logFrom(minimum, (line) => lines.push(line));
    for (const level of levels) write(level, level);
    expect(lines.map((line) => line.replace(/^.* /, ''))).toEqual(
      levels.filter((level) => first !== undefined && levels.indexOf(level) >= levels.indexOf(first)),
    );
  });

  it('begins each line with the time', () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T06:01:35.255Z') });
    const lines: string[] = [];
    logFrom('Information', (line) => lines.push(line))('error', 'text');
    vi.useRealTimers();
    expect(lines).toEqual(['[2026-11-22T06:01:35.255Z] text']);
  });
});
