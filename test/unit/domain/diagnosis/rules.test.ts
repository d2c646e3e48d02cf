import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';
import { cleanText } from '../../../../shared/domain/diagnosis/matching/clean-text.ts';
import { matchRule } from '../../../../shared/domain/diagnosis/matching/match-rule.ts';
import { indexRules } from '../../../../shared/domain/diagnosis/matching/rule-index.ts';
import { rules } from '../../../../shared/domain/diagnosis/rules/all.ts';

const index = indexRules(rules);

describe.each(rules)('rule "$name"', ({ name, cause, examples, nearMisses }) => {
  it.each(examples)('recognizes %s', (message) => {
    expect(matchRule(cleanText(message), index, false)?.rule.name).toBe(name);
    expect(diagnose({ message }).cause).toBe(cause);
  });

  it.each(nearMisses)('leaves %s', (message) => {
    expect(matchRule(cleanText(message), index, false)?.rule.name).not.toBe(name);
  });
});

it('every rule has its own name, examples and near-misses', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  expect(
    rules.filter(({ examples, nearMisses }) => examples.length === 0 || nearMisses.length === 0),
  ).toEqual([]);
});
