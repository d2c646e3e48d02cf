import { Cause } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';

/** A cause in the words of the page. */
export function causeName(cause: string, t: Messages): string {
  const known = Object.values(Cause).find((one) => one === cause);
  return known ? t.causes[known] : t.plot.other;
}
