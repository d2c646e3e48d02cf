import type { Messages } from '../messages/en.ts';

/** A check in the words of the page. One that a newer version of the API knows keeps its id. */
export function checkName(check: string, t: Messages): string {
  const names: Readonly<Record<string, string>> = t.settingsCheck.checks;
  return names[check] ?? check;
}
