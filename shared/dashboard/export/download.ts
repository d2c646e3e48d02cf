import { ApiFailure } from '../api/api-failure.ts';
import { failureOf } from '../api/call.ts';
import { storedKey } from '../api/connection.ts';
import type { Language } from '../messages/language.ts';

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Saves a list as a file, under the name that the answer gives.
 * @throws {ApiFailure} if there is no answer, or one that is no success
 */
export async function download(
  path: string,
  query: URLSearchParams,
  format: keyof typeof mediaTypes,
  language: Language,
): Promise<void> {
  const search = new URLSearchParams(query);
  // Dutch Excel reads a comma as a decimal sign.
  if (format === 'csv' && language === 'nl') search.set('separator', 'semicolon');
  const key = storedKey();
  const answer = await fetch(`/api${path}?${search}`, {
    headers: {
      accept: mediaTypes[format],
      'accept-language': language,
      ...(key ? { 'x-functions-key': key } : {}),
    },
  }).catch(() => {
    throw new ApiFailure(0);
  });
  if (!answer.ok) {
    const data: unknown = await answer.json().catch(() => undefined);
    throw failureOf({ status: answer.status, data, headers: answer.headers });
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name ?? `export.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
