import { dayMs } from './days.ts';

const dates = String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})`;
const times = String.raw`(?<hour>\d{2})(?<colon>:?)(?<minute>\d{2})(?:\k<colon>(?<second>\d{2})(?:[.,](?<fraction>\d{1,30}))?)?`;
const zones = String.raw`(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)`;
const dateTimes = new RegExp(`^${dates}[Tt]${times}${zones}$`);
const zoneless = new RegExp(`^${dates}[Tt ]${times}$`);

/** Why a text is not a moment in time, in words for the sender. */
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
  const [y, mo, d] = [Number(year), Number(month), Number(day)];
  if (y < 1) throw new DateTimeError('The year must be from 0001 to 9999');
  if (mo < 1 || mo > 12 || d < 1 || d > daysIn(y, mo))
    throw new DateTimeError(`${year}-${month}-${day} is not a day of the calendar`);
  const [h, mi, s] = [Number(hour), Number(minute), Number(second)];
  const isLeapSecond = s === 60;
  const isEndOfDay = h === 24 && mi === 0 && s === 0 && Number(fraction || '0') === 0;
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h, mi, s, isLeapSecond ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0')));
  const moment = new Date(date.getTime() - offsetMs(zone));
  // A leap second is the last of a UTC day and counts as the first moment of the next.
  const isPlaced = isLeapSecond ? moment.getTime() % dayMs === 0 : s < 60;
  if ((h > 23 && !isEndOfDay) || mi > 59 || !isPlaced)
    throw new DateTimeError(`${hour}:${minute}:${second} is not a time of the day`);
  return moment;
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
