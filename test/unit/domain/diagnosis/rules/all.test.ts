import { describe, expect, expectTypeOf, it } from 'vitest';
import { diagnose } from '../../../../../shared/domain/diagnosis/diagnose.ts';
import { translatedLabels } from '../../../../../shared/domain/diagnosis/labels/all.ts';
import type { TranslatedLabels } from '../../../../../shared/domain/diagnosis/labels/translated-labels.ts';

import { matchRule } from '../../../../../shared/domain/diagnosis/matching/match-rule.ts';
import { prepareMessage } from '../../../../../shared/domain/diagnosis/matching/prepared-message.ts';
import { indexRules } from '../../../../../shared/domain/diagnosis/matching/rule-index.ts';
import { allRules, type RuleName } from '../../../../../shared/domain/diagnosis/rules/all.ts';

const rules = allRules();
const index = indexRules(rules, translatedLabels());

describe.each(rules)('rule "$name"', ({ name, cause, examples, nearMisses }) => {
  it.each(examples)('recognizes %s', (message) => {
    expect(matchRule(prepareMessage(message), index, false)?.rule.name).toBe(name);
    expect(diagnose({ message }).cause).toBe(cause);
  });

  it.each(nearMisses)('does not recognize %s', (message) => {
    expect(matchRule(prepareMessage(message), index, false)?.rule.name).not.toBe(name);
  });
});

it('every rule has its own name, examples and near misses', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  expect(
    rules.filter(({ examples, nearMisses }) => examples.length === 0 || nearMisses.length === 0),
  ).toEqual([]);
});

it('translated labels are listed under the name of a rule, and the compiler knows the names', () => {
  const names = rules.map(({ name }) => name);
  for (const labels of translatedLabels()) expect(names).toEqual(expect.arrayContaining(Object.keys(labels)));
  expectTypeOf<keyof TranslatedLabels>().toEqualTypeOf<RuleName>();
  expectTypeOf<string>().not.toEqualTypeOf<RuleName>();
});

it('no label is listed twice in a rule', () => {
  for (const { name, labels } of rules)
    for (const list of [labels, ...translatedLabels().map((translation) => translation[name] ?? [])])
      expect(new Set(list).size, name).toBe(list.length);
});
