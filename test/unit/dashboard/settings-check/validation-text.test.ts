import { describe, expect, it } from 'vitest';
import type { Finding, Validation } from '../../../../shared/dashboard/api/generated-client.ts';
import { en } from '../../../../shared/dashboard/messages/en.ts';
import { formatsOf } from '../../../../shared/dashboard/messages/formats.ts';
import { attentionCount, findingGroups } from '../../../../shared/dashboard/settings-check/finding-groups.ts';
import { validationText } from '../../../../shared/dashboard/settings-check/validation-text.ts';

const finding = (change: Partial<Finding>): Finding => ({
  check: 'base-currency',
  status: 'pass',
  seen: 'Both systems use EUR.',
  documentation: 'https://learn.microsoft.com/currency',
  causes: [],
  explains: 0,
  ...change,
});

const findings = [
  finding({}),
  finding({ check: 'missing-privileges', status: 'skipped', reason: 'not-configured', seen: 'Not read.' }),
  finding({
    check: 'integration-user-roles',
    status: 'fail',
    subject: 'Robin',
    company: 'CRONUS',
    seen: 'The role is missing.',
    remedy: 'Assign it.',
    explains: 46,
  }),
];

const validation: Validation = {
  id: '1',
  at: '2026-11-30T08:00:00.000Z',
  source: 'snapshot',
  verdict: 'fail',
  findings,
};

describe('findingGroups', () => {
  it('puts the worst first, and leaves out empty groups', () => {
    expect(findingGroups(findings).map(({ status }) => status)).toEqual(['fail', 'skipped', 'pass']);
  });

  it('counts what needs attention', () => {
    expect(attentionCount([...findings, finding({ status: 'warn' })])).toBe(2);
  });
});

describe('validationText', () => {
  it('says all that matters, in words', () => {
    const format = formatsOf('en');
    expect(validationText(validation, en, format)).toBe(
      [
        'Settings check: Failed',
        `${format.moment(validation.at)} · From a snapshot`,
        '1 of 3 findings needs attention',
        '',
        'Failed (1)',
        '- Roles of the integration user (integration-user-roles): Robin, CRONUS',
        '  The role is missing.',
        '  What to do: Assign it.',
        '  Explains 46 open errors',
        '  https://learn.microsoft.com/currency',
        '',
        'Skipped (1)',
        '- Privileges that errors name (missing-privileges): not configured',
        '  Not read.',
        '',
        'Passed (1)',
        '- Base currency (base-currency)',
        '  Both systems use EUR.',
      ].join('\n'),
    );
  });
});
