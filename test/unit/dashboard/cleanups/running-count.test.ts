import { expect, it } from 'vitest';
import { firstProgress } from '../../../../shared/dashboard/cleanups/progress.ts';
import { runningCount } from '../../../../shared/dashboard/cleanups/running-count.ts';
import { aCleanup } from './a-cleanup.ts';

const run = (id: string, done: boolean, isWorking = false) =>
  [id, { ...firstProgress(aCleanup({ id, done }), undefined, 0), isWorking }] as const;

it('counts what was read, and what this tab knows before it is read', () => {
  const read = [aCleanup({ id: 'A' }), aCleanup({ id: 'B', done: true })];
  expect(runningCount(read, new Map(), 0)).toBe(1);
  expect(runningCount(read, new Map([run('A', false), run('C', false)]), 0)).toBe(2);
  expect(runningCount(read, new Map([run('A', true)]), 0)).toBe(0);
});

it('counts one that is being undone', () => {
  expect(runningCount([], new Map([run('A', true, true)]), 0)).toBe(1);
});

it('counts one that is being begun, once', () => {
  expect(runningCount([], new Map(), 1)).toBe(1);
  expect(runningCount([aCleanup({ id: 'A' })], new Map(), 1)).toBe(1);
});
