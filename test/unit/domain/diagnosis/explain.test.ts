import { describe, expect, it } from 'vitest';
import { causes, causeTable, checksOfProblem } from '../../../../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../../../../shared/domain/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../../../shared/domain/diagnosis/diagnosis.ts';
import { causeTitle, explain } from '../../../../shared/domain/diagnosis/explain.ts';
import { signInReasons } from '../../../../shared/domain/diagnosis/sign-in-reasons.ts';
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
      expect(checks).toEqual(checksOfProblem(cause, diagnosis.key));
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

describe.each(languages)('the steps for a failed sign-in in %s', (language) => {
  const stepsFor = (key: string) =>
    explain({ cause: 'authentication-failed', key, resolver: 'administrator', evidence: 'E' }, language)
      .steps;

  it.each([
    { reason: 'expired-password', code: 'AADSTS50055', word: /password|wachtwoord/ },
    { reason: 'wrong-password', code: 'AADSTS50126', word: /password|wachtwoord/ },
    { reason: 'expired-secret', code: 'AADSTS7000222', word: /secret|geheim/ },
    { reason: 'wrong-secret', code: 'AADSTS7000215', word: /Secret ID/ },
    { reason: 'missing-consent', code: 'AADSTS65001', word: /admin consent/ },
    { reason: 'conditional-access', code: 'AADSTS53003', word: /policy|beleid/ },
    { reason: 'unknown-application', code: 'AADSTS700016', word: /application \(client\) ID/i },
    { reason: 'unknown-user', code: 'AADSTS50034', word: /tenant/ },
    { reason: 'disabled-account', code: 'AADSTS50057', word: /Account enabled/ },
  ])('follow the code $code: $reason', ({ reason, code, word }) => {
    const steps = stepsFor(code);
    expect(steps).toEqual(stepsFor(reason));
    expect(steps.join(' ')).toMatch(word);
    expect(steps).not.toEqual(stepsFor('AADSTS999999'));
    for (const step of steps) expect(step).toMatch(/^[^{}]{20,}\.$/);
  });

  it('differ for each reason', () => {
    expect(new Set(signInReasons.map((reason) => stepsFor(reason).join())).size).toBe(signInReasons.length);
  });

  it('follow the code of a user that is disabled, too', () => {
    const { steps, checks } = explain(diagnose({ message: 'AADSTS50057: disabled' }), language);
    expect(steps).toEqual(stepsFor('disabled-account'));
    expect(checks).toEqual(['integration-user-enabled']);
  });

  it('name the check of the reason only', () => {
    const checksOf = (message: string) => explain(diagnose({ message }), language).checks;
    expect(checksOf('AADSTS7000222: expired')).toEqual([]);
    expect(checksOf('AADSTS50055: expired')).toEqual(['password-change-required']);
    expect(checksOf('The client secret has expired.')).toEqual([]);
    expect(checksOf('Your password has expired.')).toEqual(['password-change-required']);
  });
});
