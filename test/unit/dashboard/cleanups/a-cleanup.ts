import type { Cleanup } from '../../../../shared/dashboard/api/generated-client.ts';

/** A filtered clean-up that is at work. */
export function aCleanup(change: Partial<Cleanup> = {}): Cleanup {
  return {
    id: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
    kind: 'filtered',
    cutoff: '2026-11-30T08:00:00.000Z',
    filter: { mapping: ['CUSTOMER'] },
    deleted: 0,
    stillOpen: 0,
    startedAt: '2026-11-30T08:00:00.000Z',
    by: 'function key',
    undoUntil: '2026-12-01T08:00:00.000Z',
    done: false,
    ...change,
  };
}
