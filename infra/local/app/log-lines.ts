import type { LogLevel, WriteLog } from './core-types.ts';

const order: readonly LogLevel[] = ['trace', 'debug', 'information', 'warning', 'error', 'critical', 'none'];

/**
 * A log that passes on lines of `minimum` and above. Each begins with the time in UTC in brackets, as `func` prints
 * it. `minimum` is a level in any letter case; anything else means `information`.
 */
export function logFrom(minimum: string, writeLine: (line: string) => void): WriteLog {
  const known = order.find((level) => level === minimum.toLowerCase()) ?? 'information';
  return (level, text) => {
    if (known === 'none' || order.indexOf(level) < order.indexOf(known)) return;
    writeLine(`[${new Date().toISOString()}] ${text}`);
  };
}
