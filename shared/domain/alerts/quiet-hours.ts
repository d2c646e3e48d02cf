import { dayMs } from '../reports/days.ts';

const minuteMs = 60_000;

/** Hours of the day in which messages wait, in minutes since midnight; `from` after `to` goes over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const pattern = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;

/** Quiet hours in a text such as `22:00-06:00`; undefined where it is not one. */
export function quietHoursIn(text: string): QuietHours | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] = pattern.exec(text) ?? [];
  if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined)
    return undefined;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return from === to ? undefined : { from, to };
}

/** When the quiet hours end that `now` falls into (ms since 1970); undefined outside them. */
export function quietUntil(hours: QuietHours | undefined, timeZone: string, now: number): number | undefined {
  if (!hours || !isWithin(hours, minuteOfDay(timeZone, now))) return undefined;
  // Minute by minute, since the clock of a zone may be moved meanwhile.
  const start = Math.floor(now / minuteMs) * minuteMs;
  for (let at = start + minuteMs; at <= start + dayMs + 3 * 60 * minuteMs; at += minuteMs)
    if (!isWithin(hours, minuteOfDay(timeZone, at))) return at;
  return undefined;
}

function isWithin({ from, to }: QuietHours, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(timeZone: string, at: number): number {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (!known) formats.set(timeZone, format);
  const [hour = '0', minute = '0'] = format.format(at).split(':');
  return Number(hour) * 60 + Number(minute);
}
