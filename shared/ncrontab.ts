/** A schedule in UTC, as on Azure. */
export interface Schedule {
  /** When it is due next, after this moment. */
  next(after: Date): Date;
}

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names of the values, from the lowest. */
  readonly names?: readonly string[];
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const dayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const fields: readonly Field[] = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: monthNames },
  { name: 'day of week', min: 0, max: 6, names: dayNames },
];

const dayMs = 86_400_000;
// A 29 February on a given weekday can be 40 years away, as 2100 is no leap year.
const maxDaysAhead = 41 * 366;

/**
 * Reads an NCRONTAB expression of five or six fields.
 * @throws for what NCRONTAB refuses (`?`, `L`, `W`, `#`, a day of week 7, a TimeSpan), for what it reads in a
 *   surprising way (ranges that run backwards, a step of 0, a name so short that it fits two), and when no such day
 *   exists
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
      for (let offset = 0; offset < maxDaysAhead; offset += 1) {
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

/** The first second of a day that matches, from `earliest` on; undefined when there is none. */
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

/** The values that a field means, in ascending order. */
function valuesOf(text: string, field: Field, expression: string): ReadonlySet<number> {
  const values = text.split(',').flatMap((part) => {
    const [, from = '', to, step = '1'] = /^(\*|\d+|[a-z]+)(?:-(\d+|[a-z]+))?(?:\/(\d+))?$/i.exec(part) ?? [];
    const first = from === '*' ? field.min : numberOf(from, field);
    const last = lastOf({ from, to, stepped: part.includes('/') }, field);
    if (first === undefined || last === undefined || first > last || Number(step) < 1)
      throw new Error(
        `The schedule "${expression}" has "${part}" as ${field.name}: expected *, - or / between ${field.min} and ${field.max}`,
      );
    return Array.from(
      { length: Math.floor((last - first) / Number(step)) + 1 },
      (_, index) => first + index * Number(step),
    );
  });
  return new Set(values.sort((a, b) => a - b));
}

/** The last value of a range: `5/15` runs to the end of the field, `5` does not. */
function lastOf(
  { from, to, stepped }: { from: string; to: string | undefined; stepped: boolean },
  field: Field,
): number | undefined {
  if (to !== undefined) return from === '*' ? undefined : numberOf(to, field);
  return from === '*' || stepped ? field.max : numberOf(from, field);
}

function numberOf(text: string, { min, max, names = [] }: Field): number | undefined {
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    return value >= min && value <= max ? value : undefined;
  }
  const matching = names.filter((name) => text !== '' && name.startsWith(text.toLowerCase()));
  const [name] = matching;
  return name !== undefined && matching.length === 1 ? names.indexOf(name) + min : undefined;
}
