import type { Cleanup } from '../../cleanups/cleanup.ts';
import { type AlertEvent, eventOf } from '../alert-event.ts';
import { subjectKey, type ToldChange, type ToldCleanup } from '../told-state.ts';

/** Open entries from which a clean-up is told. */
const manyOpen = 100;

/** Somebody's clean-up took more than 100 entries of problems that nobody resolved, or it was undone. */
export function cleanupLarge(
  told: ToldCleanup | undefined,
  { id, kind, phase, stillOpen, startedAt }: Cleanup,
): ToldChange<AlertEvent> | undefined {
  const key = subjectKey({ kind: 'cleanup', id });
  const at = startedAt.getTime();
  const event = (over: boolean) =>
    eventOf(id, { rule: 'cleanup-large', over, at, facts: { key: id, count: stillOpen } });
  const kept: ToldCleanup = { kind: 'cleanup', id, isUndone: false, lastAt: at };
  if (!told && kind !== 'retention' && phase === 'done' && stillOpen > manyOpen)
    return { key, told: kept, events: [event(false)] };
  if (told && !told.isUndone && phase === 'undone')
    return { key, told: { ...kept, isUndone: true }, events: [event(true)] };
  return undefined;
}
