/** Table of one UTC day, such as `errors20261122`. */
export function dayTable(prefix: string, day: string): string {
  return `${prefix}${day}`;
}

/** The table that outlives the days: clean-ups, decisions, the last validation. */
export function deskTable(prefix: string): string {
  return `${prefix}desk`;
}

/** The day whose table this is, or undefined for any other table. */
export function dayOfTable(prefix: string, table: string): string | undefined {
  const name = table.toLowerCase();
  if (!name.startsWith(prefix.toLowerCase())) return undefined;
  const day = name.slice(prefix.length);
  return /^\d{8}$/.test(day) ? day : undefined;
}
