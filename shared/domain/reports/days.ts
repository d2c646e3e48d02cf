/** Milliseconds in an hour. */
export const hourMs = 3_600_000;
/** Milliseconds in a UTC day. */
export const dayMs = 24 * hourMs;

/** The UTC day of a moment (ms since 1970), such as `20261122`. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}

/** The first moment of a day such as `20261122`, in ms since 1970. */
export function startOfDay(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)));
}

/** The last moment of a day, in ms since 1970. */
export function endOfDay(day: string): number {
  return startOfDay(day) + dayMs - 1;
}

/** The days from the one of `newest` back to the one of `oldest` (ms since 1970); none when they are out of order. */
export function daysBack(newest: number, oldest: number): string[] {
  const days: string[] = [];
  for (let start = startOfDay(dayOf(newest)); start + dayMs > oldest && newest >= oldest; start -= dayMs)
    days.push(dayOf(start));
  return days;
}

/** The hour of the UTC day that a moment falls into, 0–23. */
export function hourOfDay(time: number): number {
  return new Date(time).getUTCHours();
}
