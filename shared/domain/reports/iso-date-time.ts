import { dayMs } from './days.ts';

const dates = String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})`;
const times = String.raw`(?<hour>\d{2})(?<colon>:?)(?<minute>\d{2})(?:\k<colon>(?<second>\d{2})(?:[.,](?<fraction>\d{1,30}))?)?`;
const zones = String.raw`(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)`;
const dateTimes = new RegExp(`^${dates}[Tt]${times}${zones}$`);
const zoneless = new RegExp(`^${dates}[Tt ]${times}$`);

/** Says to the sender why a text is not a date-time. */
export class DateTimeError extends Error {
  override readonly name = 'DateTimeError';
}

/**
 * The moment an ISO 8601 date-time with zone names, cut to the millisecond: calendar date and time with minutes at
 * least, both in the extended or both in the basic format, years 1 to 9999.
 * @throws {DateTimeError} for anything else.
 */
export function parseDateTime(text: string): Date {
  const parts = dateTimes.exec(text)?.groups;
  if (!parts || (parts['dash'] === '') !== (parts['colon'] === '')) throw new DateTimeError(hintFor(text));
  const { year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = 'Z' } = parts;
  const fraction = parts['fraction'] ?? '';
  checkDate(year, month, day);
  const isLeapSecond = second === '60';
  const isEndOfDay = `${hour}${minute}${second}` === '240000' && Number(fraction || '0') === 0;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const milliseconds = isLeapSecond ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  local.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  const moment = new Date(local.getTime() - offsetMs(zone));
  // A leap second is the last of a UTC day and counts as the first moment of the next.
  const isSecond = isLeapSecond ? moment.getTime() % dayMs === 0 : Number(second) < 60;
  if ((Number(hour) > 23 && !isEndOfDay) || Number(minute) > 59 || !isSecond)
    throw new DateTimeError(`${hour}:${minute}:${second} is not a time of the day`);
  return moment;
}

function checkDate(year: string, month: string, day: string): void {
  if (Number(year) < 1) throw new DateTimeError('The year must be from 0001 to 9999');
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (!isMonth || Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)))
    throw new DateTimeError(`${year}-${month}-${day} is not a day of the calendar`);
}

function hintFor(text: string): string {
  if (zoneless.test(text)) return 'The time zone is missing: end with Z or an offset such as +01:00';
  return 'Not an ISO 8601 date-time with zone, such as 2026-11-22T06:12:03.120Z';
}

function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function offsetMs(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 23 || minutes > 59) throw new DateTimeError(`${zone} is not an offset from UTC`);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
