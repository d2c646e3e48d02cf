import { ApiFailure } from '../api/api-failure.ts';
import type { Messages } from '../messages/en.ts';

/** What failed, in the language of the page. A failure that only a newer API knows keeps the title of the API. */
export function failureTitle(error: unknown, t: Messages): string {
  if (!(error instanceof ApiFailure)) return t.failure.unknown;
  if (error.status === 0) return t.failure.noAnswer;
  const titles: Readonly<Record<string, string>> = t.failureTitles;
  return titles[error.code ?? ''] ?? (error.message || t.failure.unknown);
}
