import { describe, expect, it } from 'vitest';
import { checkIds } from '../../../../shared/domain/settings-checks/check-ids.ts';
import { exampleSnapshot } from '../../../../shared/domain/settings-checks/example-snapshot.ts';
import { unavailableReasons } from '../../../../shared/domain/settings-checks/fact-group.ts';
import { finding as findingSchema } from '../../../../shared/domain/settings-checks/finding.ts';
import { judgeSettings, verdictOf } from '../../../../shared/domain/settings-checks/judge-settings.ts';
import type { OpenProblem } from '../../../../shared/domain/settings-checks/open-problems.ts';
import {
  type SettingsSnapshot,
  settingsSnapshot,
} from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aSnapshot, judgedAt } from '../../../support/settings-facts.ts';

const openProblems: OpenProblem[] = [
  { cause: 'missing-privilege', key: 'prvReadAccount', count: 5 },
  { cause: 'missing-privilege', key: 'prvReadContact', count: 12 },
  { cause: 'exchange-rate-missing', key: 'GBP', count: 3 },
  { cause: 'integration-user-invalid', key: '', count: 7 },
];
const judge = (snapshot: SettingsSnapshot, language: 'en' | 'nl' = 'en') =>
  judgeSettings({ snapshot, now: judgedAt, openProblems, language });

const snapshots: { name: string; snapshot: SettingsSnapshot }[] = [
  { name: 'no faults', snapshot: aSnapshot() },
  { name: 'the example with the typical faults', snapshot: settingsSnapshot.parse(exampleSnapshot) },
  { name: 'no integration user', snapshot: aSnapshot({ dataverse: { integrationUsers: { value: [] } } }) },
  { name: 'an empty snapshot', snapshot: {} },
  ...unavailableReasons.map((reason) => ({
    name: `all systems ${reason}`,
    snapshot: {
      dataverse: { unavailable: { reason } },
      businessCentral: { unavailable: { reason } },
      graph: { unavailable: { reason } },
    },
  })),
];

describe.each(snapshots)('with $name', ({ snapshot }) => {
  it('every check has a finding, in the order of checkIds', () => {
    const checks = judge(snapshot).map(({ check }) => check);
    expect([...new Set(checks)]).toEqual([...checkIds]);
  });

  it('findings fit their schema, say what was seen, and give a remedy unless the check passed or is not applicable', () => {
    for (const language of ['en', 'nl'] as const)
      for (const finding of judge(snapshot, language)) {
        expect(findingSchema.parse(finding)).toEqual(finding);
        expect(finding.seen).toMatch(/\w{3}.*\.$/);
        const needsNothing = finding.status === 'pass' || finding.reason === 'not-applicable';
        expect(finding.remedy === undefined).toBe(needsNothing);
        expect(finding.reason === undefined).toBe(finding.status !== 'skipped');
      }
  });

  it('English and Dutch findings differ in their texts only', () => {
    const withoutTexts = (language: 'en' | 'nl') =>
      judge(snapshot, language).map(({ seen, remedy, ...rest }) => rest);
    expect(withoutTexts('nl')).toEqual(withoutTexts('en'));
    const dutch = judge(snapshot, 'nl');
    for (const [index, { remedy }] of judge(snapshot).entries())
      if (remedy) expect(dutch[index]?.remedy).not.toBe(remedy);
  });
});

it('the example fails the expected checks, which explain the open errors', () => {
  const findings = judge(settingsSnapshot.parse(exampleSnapshot));
  expect(verdictOf(findings)).toBe('fail');
  const failed = findings.filter(({ status }) => status === 'fail');
  expect(failed.map(({ check, subject, explains }) => ({ check, subject, explains }))).toEqual([
    { check: 'integration-user-not-administrator', subject: expect.stringContaining('Robin'), explains: 7 },
    { check: 'integration-user-roles', subject: 'Business Central Dataverse Integration', explains: 24 },
    { check: 'missing-privileges', subject: 'prvReadContact', explains: 12 },
    { check: 'password-change-required', subject: expect.stringContaining('Robin'), explains: 0 },
    { check: 'exchange-rate-business-central', subject: 'GBP', explains: 3 },
    { check: 'exchange-rate-dataverse', subject: 'SEK', explains: 0 },
  ]);
});

it('a check that passes names its causes and explains no errors', () => {
  const [first] = judge(aSnapshot());
  expect(first).toMatchObject({
    check: 'integration-user-exists',
    status: 'pass',
    causes: ['integration-user-invalid', 'authentication-failed'],
    explains: 0,
  });
});

it('the reason of a group overrides the reason of its system', () => {
  const findings = judge({
    dataverse: {
      unavailable: { reason: 'throttled', detail: 'HTTP 429' },
      organization: { unavailable: { reason: 'not-permitted' } },
    },
  });
  const reasonOf = (check: string) => findings.find((finding) => finding.check === check)?.reason;
  expect(reasonOf('integration-user-exists')).toBe('throttled');
  expect(reasonOf('base-currency')).toBe('not-permitted');
  expect(reasonOf('exchange-rate-business-central')).toBe('not-configured');
  expect(findings[0]?.seen).toContain('HTTP 429');
});

describe('verdictOf', () => {
  const notApplicable = { status: 'skipped', reason: 'not-applicable' } as const;
  it.each([
    { findings: [], verdict: 'skipped' },
    { findings: [notApplicable], verdict: 'skipped' },
    { findings: [notApplicable, { status: 'pass' }], verdict: 'pass' },
    { findings: [{ status: 'pass' }, { status: 'skipped', reason: 'depends-on' }], verdict: 'skipped' },
    {
      findings: [{ status: 'skipped', reason: 'timed-out' }, { status: 'warn' }, { status: 'pass' }],
      verdict: 'warn',
    },
    { findings: [{ status: 'warn' }, { status: 'fail' }, { status: 'pass' }], verdict: 'fail' },
  ] as const)('$findings: $verdict', ({ findings, verdict }) => {
    expect(verdictOf(findings)).toBe(verdict);
  });
});
