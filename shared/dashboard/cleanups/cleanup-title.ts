import type { Cleanup } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';
import type { Formats } from '../messages/formats.ts';
import { dayMs } from '../shell/durations.ts';

/** What a clean-up deletes, in a few words. */
export function cleanupTitle(
  { kind, cutoff, startedAt }: Pick<Cleanup, 'kind' | 'cutoff' | 'startedAt'>,
  t: Messages,
  format: Formats,
): string {
  if (kind !== 'older-than') return t.cleanups.kinds[kind];
  const days = Math.round((Date.parse(startedAt) - Date.parse(cutoff)) / dayMs);
  return t.cleanups.kinds.olderThan(days, format);
}
