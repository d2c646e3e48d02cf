/** One JSON line of the log: the name of what happened, with ids and counts, never texts of entries. */
export function eventLine(event: string, facts: Readonly<Record<string, string | number | boolean>>): string {
  return JSON.stringify({ event, ...facts });
}
