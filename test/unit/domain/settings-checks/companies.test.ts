import { describe, expect, it } from 'vitest';
import type { BusinessCentralFacts } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import { type CheckId, checkIds } from '../../../../shared/domain/settings-checks/check-ids.ts';
import { judgeSettings } from '../../../../shared/domain/settings-checks/judge-settings.ts';
import type { OpenProblem } from '../../../../shared/domain/settings-checks/open-problems.ts';
import {
  type SettingsSnapshot,
  settingsSnapshot,
} from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aRate, aSnapshot, findingsOf, judgedAt } from '../../../support/settings-facts.ts';

const healthy = aSnapshot().businessCentral;
/** Facts with which every check passes in every system, but with these companies. */
const withCompanies = (...companies: NonNullable<BusinessCentralFacts['companies']>): SettingsSnapshot => ({
  ...aSnapshot(),
  businessCentral: { companies },
});
const netherlands = { company: 'CRONUS NL', ...healthy };
const belgium = { company: 'CRONUS BE', ...healthy };
const ofCompanies = [
  'base-currency',
  'exchange-rate-business-central',
  'exchange-rate-dataverse',
  'exchange-rate-agreement',
  'exchange-rate-age',
  'currency-setup',
  'synchronization-jobs',
  'sender-job',
];

describe('several companies', () => {
  const judge = (snapshot: SettingsSnapshot, openProblems: OpenProblem[] = []) =>
    judgeSettings({ snapshot, now: judgedAt, openProblems, language: 'en' });

  it('are judged each for itself, and their findings name them', () => {
    const withoutRate = { ...belgium, currencyExchangeRates: { value: [] } };
    expect(
      findingsOf('exchange-rate-business-central', withCompanies(netherlands, withoutRate)),
    ).toMatchObject([
      { company: 'CRONUS NL', subject: 'USD', status: 'pass' },
      { company: 'CRONUS BE', subject: 'USD', status: 'fail' },
    ]);
  });

  it('have their own local currency', () => {
    const american = {
      ...healthy,
      company: 'CRONUS USA, Inc.',
      generalLedgerSetup: { value: { localCurrencyCode: 'USD' } },
      currencies: { value: [{ code: 'EUR' }] },
      currencyExchangeRates: { value: [aRate({ currencyCode: 'EUR' })] },
    };
    expect(findingsOf('base-currency', withCompanies(netherlands, american))).toMatchObject([
      { company: 'CRONUS NL', seen: 'EUR is the base currency and the local currency.' },
      { company: 'CRONUS USA, Inc.', seen: expect.stringContaining('the local currency USD') },
    ]);
  });

  it('share the checks of the integration user and of the base currency', () => {
    const findings = judge(withCompanies(netherlands, belgium));
    const named = findings.filter(({ company }) => company !== undefined);
    expect([...new Set(named.map(({ check }) => check))]).toEqual(ofCompanies);
    const shared = findings.filter(({ company }) => company === undefined).map(({ check }) => check);
    expect([...new Set(shared)]).toEqual([
      ...checkIds.filter((check) => !ofCompanies.includes(check)),
      'currency-setup',
    ]);
    expect(findings.map(({ check }) => checkIds.indexOf(check))).toEqual(
      findings.map(({ check }) => checkIds.indexOf(check)).sort((one, other) => one - other),
    );
  });

  it('explain their own errors, and those of no company', () => {
    const withoutRate = { currencyExchangeRates: { value: [] } };
    const openProblems: OpenProblem[] = [
      { cause: 'exchange-rate-missing', key: 'USD', company: 'CRONUS NL', count: 1 },
      { cause: 'exchange-rate-missing', key: 'USD', company: 'cronus be', count: 2 },
      { cause: 'exchange-rate-missing', key: 'USD', company: '', count: 4 },
    ];
    const snapshot = withCompanies({ ...netherlands, ...withoutRate }, { ...belgium, ...withoutRate });
    const explained = judge(snapshot, openProblems).filter(({ explains }) => explains > 0);
    expect(explained.map(({ company, check, explains }) => [company, check, explains])).toEqual([
      ['CRONUS NL', 'exchange-rate-business-central', 5],
      ['CRONUS BE', 'exchange-rate-business-central', 6],
    ]);
  });

  it('judge only the currencies that their own errors name', () => {
    const openProblems: OpenProblem[] = [
      { cause: 'exchange-rate-missing', key: 'SEK', company: 'CRONUS BE', count: 1 },
    ];
    const subjects = findingsOf(
      'exchange-rate-dataverse',
      withCompanies(netherlands, belgium),
      openProblems,
    ).map(({ company, subject }) => [company, subject]);
    expect(subjects).toEqual([
      ['CRONUS NL', 'USD'],
      ['CRONUS BE', 'SEK'],
      ['CRONUS BE', 'USD'],
    ]);
  });

  it('are skipped one by one, by name', () => {
    const notRead = { company: 'CRONUS BE', unavailable: { reason: 'timed-out' as const } };
    const skipped = judge(withCompanies(netherlands, notRead)).filter(({ reason }) => reason === 'timed-out');
    expect(new Set(skipped.map(({ company }) => company))).toEqual(new Set(['CRONUS BE']));
    expect(skipped.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['base-currency', 'currency-setup']),
    );
  });

  it('get the reason of Business Central if they give none', () => {
    const snapshot = {
      businessCentral: {
        unavailable: { reason: 'throttled' as const },
        companies: [{ company: 'A' }, { company: 'B', unavailable: { reason: 'not-found' as const } }],
      },
    };
    expect(findingsOf('synchronization-jobs', snapshot)).toMatchObject([
      { company: 'A', reason: 'throttled' },
      { company: 'B', reason: 'not-found' },
    ]);
  });
});

it('one company in the groups themselves has findings without a company', () => {
  const findings = judgeSettings({ snapshot: aSnapshot(), now: judgedAt, openProblems: [], language: 'en' });
  expect(findings.filter(({ company }) => company !== undefined)).toEqual([]);
});

it('the schema accepts companies, each with a name', () => {
  const snapshot = withCompanies(netherlands, belgium);
  expect(settingsSnapshot.parse(snapshot)).toEqual(snapshot);
  for (const companies of [[], [{}], [{ company: '' }], [{ company: 'A', colour: 1 }]])
    expect(settingsSnapshot.safeParse({ businessCentral: { companies } }).success).toBe(false);
});

describe('a fact that a snapshot leaves out is named by its path', () => {
  const cases: { check: CheckId; snapshot: SettingsSnapshot; path: string }[] = [
    { check: 'base-currency', snapshot: {}, path: 'dataverse.organization' },
    {
      check: 'base-currency',
      snapshot: { dataverse: { organization: { value: { baseCurrency: 'EUR' } } } },
      path: 'businessCentral.generalLedgerSetup',
    },
    { check: 'integration-user-exists', snapshot: { graph: {} }, path: 'dataverse.integrationUsers' },
    {
      check: 'synchronization-jobs',
      snapshot: withCompanies(netherlands, { company: 'CRONUS BE' }),
      path: 'businessCentral.companies[1].jobQueueEntries',
    },
    {
      check: 'password-change-required',
      snapshot: {
        dataverse: {
          integrationUsers: { value: [{ id: '0a1b2c3d-0002-ef11-9f89-000d3a2b4c5d', applicationId: null }] },
        },
      },
      path: 'graph.user',
    },
  ];
  it.each(cases)('$path', ({ check, snapshot, path }) => {
    const finding = findingsOf(check, snapshot).at(-1);
    expect(finding).toMatchObject({ status: 'skipped', reason: 'not-configured' });
    expect(finding?.seen).toBe(`The snapshot leaves out ${path}.`);
    expect(finding?.remedy).toContain(path);
  });

  it('but not if it gives a reason', () => {
    const snapshot = { dataverse: { organization: { unavailable: { reason: 'not-configured' as const } } } };
    expect(findingsOf('base-currency', snapshot)[0]?.seen).toBe('Dataverse is not configured.');
  });
});
