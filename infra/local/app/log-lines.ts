import type { LogLevel } from './core-types.ts';

/** Takes one finished line of the log. */
export type WriteLine = (line: string) => void;

const order: readonly LogLevel[] = ['trace', 'debug', 'information', 'warning', 'error', 'critical', 'none'];

/** `logging.logLevel` of host.json: the least level per category or beginning of one. */
export type LogLevels = Readonly<Record<string, string>>;

/** Whether a line of this level and category is written; the longest matching category decides. */
export function isLogged(level: LogLevel, category: string, levels: LogLevels): boolean {
  const known = Object.entries(levels)
    .filter(([name]) => category === name || category.startsWith(`${name}.`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
  const least = order.indexOf(levelOf(known ?? levels['default'] ?? 'information'));
  return least < order.indexOf('none') && order.indexOf(level) >= least;
}

function levelOf(text: string): LogLevel {
  return order.find((level) => level === text.toLowerCase()) ?? 'information';
}

/** The line as `func` prints it: the time in UTC in brackets, then the text. */
export function logLine(text: string, at: Date): string {
  return `[${at.toISOString()}] ${text}`;
}

/** The line that opens a run. */
export function executingLine(name: string, { reason, id }: { reason: string; id: string }): string {
  return `Executing 'Functions.${name}' (Reason='${reason}', Id=${id})`;
}

/** The line that closes a run. */
export function executedLine(
  name: string,
  { succeeded, id, durationMs }: { succeeded: boolean; id: string; durationMs: number },
): string {
  const outcome = succeeded ? 'Succeeded' : 'Failed';
  return `Executed 'Functions.${name}' (${outcome}, Id=${id}, Duration=${Math.round(durationMs)}ms)`;
}
