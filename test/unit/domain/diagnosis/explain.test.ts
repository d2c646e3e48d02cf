import { describe, expect, it } from 'vitest';
import { causes, causeTable, checksOf } from '../../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../../shared/domain/diagnosis/diagnosis.ts';
import { causeTitle, explain } from '../../../../shared/domain/diagnosis/explain.ts';
import { languages } from '../../../../shared/domain/language.ts';

const withKey = (cause: Diagnosis['cause']): Diagnosis => ({
  cause,
  key: 'KEY',
  resolver: causeTable[cause].resolver,
  evidence: 'EVIDENCE',
});

describe.each(languages)('explain in %s', (language) => {
  it.each(causes)('%s is complete', (cause) => {
    for (const diagnosis of [withKey(cause), { ...withKey(cause), key: '' }]) {
      const { title, explanation, steps, documentation, checks } = explain(diagnosis, language);
      expect(title).toMatch(/^\S.{5,79}$/);
      expect(title).toBe(causeTitle(cause, language));
      expect(explanation).toMatch(/^\S.{30,}\.$/);
      expect(steps.length).toBeGreaterThanOrEqual(2);
      for (const step of steps) expect(step).toMatch(/^[^{}]{20,}\.$/);
      expect(new Set(steps).size).toBe(steps.length);
      expect(documentation).toMatch(/^https:\/\/learn\.microsoft\.com\/(en-us|nl-nl)\/[a-z0-9/-]+$/);
      expect(checks).toEqual(checksOf(cause));
    }
  });

  it('has its own title for each cause', () => {
    expect(new Set(causes.map((cause) => causeTitle(cause, language))).size).toBe(causes.length);
  });
});

it('has the same steps in both languages', () => {
  for (const cause of causes) {
    const counts = languages.map((language) => explain(withKey(cause), language).steps.length);
    expect(new Set(counts).size, cause).toBe(1);
    const uses = languages.map((language) =>
      explain(withKey(cause), language).steps.map((step) => [
        step.includes('KEY'),
        step.includes('EVIDENCE'),
      ]),
    );
    expect(uses[0], cause).toEqual(uses[1]);
  }
});

it.each([
  {
    message: 'Principal user (Id=1, type=8) is missing prvReadAccount privilege',
    expected: 'prvReadAccount',
  },
  {
    message:
      'Cannot create or update the currency USD in Dataverse, because there is no exchange rate defined for it.',
    expected: 'select USD',
  },
  { message: 'Salesperson Code JO must be coupled to a Dataverse row.', expected: 'Salesperson Code' },
])('names the key in the steps: $expected', ({ message, expected }) => {
  expect(explain(diagnose({ message }), 'en').steps.join(' ')).toContain(expected);
});

it('does not fill in placeholders inside the key or the evidence', () => {
  const steps = explain({ ...withKey('record-missing'), evidence: '{key}', key: '{evidence}' }, 'en').steps;
  expect(steps[0]).toContain('"{key}" (table {evidence})');
});
