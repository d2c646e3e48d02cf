import { describe, expect, it } from 'vitest';
import {
  type DecisionStep,
  historyLimit,
  historyWith,
  noteLimit,
} from '../../../../shared/domain/problems/decision.ts';

const step = (by: string, note: string): DecisionStep => ({ at: new Date(0), by, status: 'open', note });

const historyOf = (count: number, note: string) => {
  let history: DecisionStep[] = [];
  for (let index = 0; index < count; index++) history = historyWith(history, step(`${index}`, note));
  return history;
};

describe('the history of a problem', () => {
  it.each([
    ['fewer than the limit', 3, 'short', 3],
    ['as many as the limit', historyLimit, 'short', historyLimit],
    ['more than the limit', historyLimit + 5, 'short', historyLimit],
    ['the longest plain notes', historyLimit, 'x'.repeat(noteLimit), historyLimit],
    ['notes whose every character is escaped', historyLimit, '\u0001'.repeat(noteLimit), 24],
  ])('keeps the newest of %s', (_, count, note, kept) => {
    const history = historyOf(count, note);
    expect(history).toHaveLength(kept);
    expect(history.at(-1)?.by).toBe(`${count - 1}`);
    expect(history[0]?.by).toBe(`${count - kept}`);
  });
});
