const pattern =
  /^(\d{4})-?(\d{2})-?(\d{2})[Tt](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9})\d{0,20})?)?([Zz]|[+-]\d{2}(?::?\d{2})?)$/;

/** Why a text is not a moment in time, in words for the sender. */
export class DateTimeError extends Error {
  override readonly name = 'DateTimeError';
}

/**
 * The moment an ISO 8601 date-time with zone names (extended or basic format, years 1 to 9999), cut to the millisecond.
 * @throws {DateTimeError} for anything else.
 */
export function parseDateTime(text: string): Date {
  const match = pattern.exec(text);
  if (!match) throw new DateTimeError(missing(text));
  const [, year, month, day, hour, minute, second = '0', fraction = '', zone = 'Z'] = match;
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (y < 1) throw new DateTimeError('The year must be from 0001 to 9999');
  if (mo < 1 || mo > 12 || d < 1 || d > daysIn(y, mo))
    throw new DateTimeError(`${year}-${month}-${day} is not a day of the calendar`);
  const isEndOfDay = h === 24 && mi === 0 && s === 0 && Number(fraction) === 0;
  // A leap second is the last of a minute and counts as the first moment of the next.
  if ((h > 23 && !isEndOfDay) || mi > 59 || s > 60)
    throw new DateTimeError(`${hour}:${minute}:${second} is not a time of the day`);
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h, mi, s, s === 60 ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0')));
  return new Date(date.getTime() - offsetMs(zone));
}

function missing(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}[Tt ][\d:.,]+$/.test(text))
    return 'The time zone is missing: end with Z or an offset such as +01:00';
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
