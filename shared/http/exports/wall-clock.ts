const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as the clock on the wall of a time zone shows it: a date whose UTC parts are those of the zone. Excel's dates
 * have no zone.
 */
export function wallClock(at: Date, timeZone: string): Date {
  if (timeZone === 'UTC') return at;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [year, month, day] = [part('year'), part('month') - 1, part('day')];
  return new Date(
    Date.UTC(year, month, day, part('hour'), part('minute'), part('second'), at.getUTCMilliseconds()),
  );
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}
