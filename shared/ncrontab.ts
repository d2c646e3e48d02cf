/** A schedule that can tell when it comes due. Its times are UTC, as on Azure. */
export interface Schedule {
  /** The first moment after `after`. */
  next(after: Date): Date;
}

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** The names of the values, beginning with the least. */
  readonly names?: readonly string[];
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const dayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const fields: readonly Field[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: monthNames },
  { name: 'day of week', least: 0, most: 6, names: dayNames },
];

const dayMs = 86_400_000;
// A 29 February on a given weekday can be 40 years away: 2100 is no leap year.
const farthestDays = 41 * 366;

/**
 * Reads an NCRONTAB expression of five or six fields. Throws for everything that NCRONTAB refuses (`?`, `L`, `W`,
 * `#`, a day of week 7, a TimeSpan), and for what it takes to mean something else than it says: ranges that run
 * backwards, a step of 0, a name cut so short that it could be two. Throws as well when no such day exists.
 */
export function parseNcrontab(expression: string): Schedule {
  const texts = expression.trim().split(/\s+/);
  if (texts.length === 5) texts.unshift('0');
  if (texts.length !== 6)
    throw new Error(`The schedule "${expression}" is not an NCRONTAB expression of five or six fields`);
  const [seconds, minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    valuesOf(texts[index] ?? '', field, expression),
  );
  const schedule: Schedule = {
    next(after) {
      const from = new Date(Math.floor(after.getTime() / 1000) * 1000 + 1000);
      const firstDay = Math.floor(from.getTime() / dayMs) * dayMs;
      for (let offset = 0; offset < farthestDays; offset += 1) {
        const day = new Date(firstDay + offset * dayMs);
        const fits =
          months?.has(day.getUTCMonth() + 1) && days?.has(day.getUTCDate()) && weekdays?.has(day.getUTCDay());
        if (!fits) continue;
        const earliest = Math.max(from.getTime(), day.getTime()) - day.getTime();
        const time = timeOfDay(earliest / 1000, { hours, minutes, seconds });
        if (time !== undefined) return new Date(day.getTime() + time * 1000);
      }
      throw new Error(`The schedule "${expression}" never comes due`);
    },
  };
  schedule.next(new Date(0));
  return schedule;
}

type Values = ReadonlySet<number> | undefined;

/** The first second of a day, from `earliest` on, whose hour, minute and second fit. */
function timeOfDay(
  earliest: number,
  { hours, minutes, seconds }: { hours: Values; minutes: Values; seconds: Values },
): number | undefined {
  for (const hour of hours ?? []) {
    if (hour * 3600 + 3599 < earliest) continue;
    for (const minute of minutes ?? []) {
      if (hour * 3600 + minute * 60 + 59 < earliest) continue;
      for (const second of seconds ?? []) {
        const time = hour * 3600 + minute * 60 + second;
        if (time >= earliest) return time;
      }
    }
  }
  return undefined;
}

/** All values that the text of a field stands for, in ascending order. */
function valuesOf(text: string, field: Field, expression: string): ReadonlySet<number> {
  const values = text.split(',').flatMap((part) => {
    const [, from = '', to, step = '1'] = /^(\*|\d+|[a-z]+)(?:-(\d+|[a-z]+))?(?:\/(\d+))?$/i.exec(part) ?? [];
    const first = from === '*' ? field.least : numberOf(from, field);
    const last = lastOf({ from, to, stepped: part.includes('/') }, field);
    if (first === undefined || last === undefined || first > last || Number(step) < 1)
      throw new Error(
        `The schedule "${expression}" has "${part}" as ${field.name}: expected *, - or / between ${field.least} and ${field.most}`,
      );
    return Array.from(
      { length: Math.floor((last - first) / Number(step)) + 1 },
      (_, index) => first + index * Number(step),
    );
  });
  return new Set(values.sort((a, b) => a - b));
}

/** `5/15` runs on to the end of the field, `5` does not. */
function lastOf(
  { from, to, stepped }: { from: string; to: string | undefined; stepped: boolean },
  field: Field,
): number | undefined {
  if (to !== undefined) return from === '*' ? undefined : numberOf(to, field);
  return from === '*' || stepped ? field.most : numberOf(from, field);
}

function numberOf(text: string, { least, most, names = [] }: Field): number | undefined {
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    return value >= least && value <= most ? value : undefined;
  }
  const matching = names.filter((name) => text !== '' && name.startsWith(text.toLowerCase()));
  const [name] = matching;
  return name !== undefined && matching.length === 1 ? names.indexOf(name) + least : undefined;
}
