import { expect, it } from 'vitest';
import { unavailableReasons } from '../../../../shared/domain/settings-checks/fact-group.ts';
import type { GraphFacts, GraphUser } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { anAccount, aPerson, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const forPerson = (graph: GraphFacts) =>
  findingsOf(
    'password-change-required',
    aSnapshot({ dataverse: { integrationUsers: { value: [aPerson()] } }, graph }),
  );

const nothingShown = { accountEnabled: null };

const cases: { name: string; account: Partial<GraphUser>; status: string; reason?: string }[] = [
  {
    name: 'the flag is set',
    account: { passwordProfile: { forceChangePasswordNextSignIn: true } },
    status: 'fail',
  },
  {
    name: 'the flag with multifactor authentication is set',
    account: { passwordProfile: { forceChangePasswordNextSignInWithMfa: true } },
    status: 'fail',
  },
  {
    name: 'both flags are clear',
    account: {
      passwordProfile: { forceChangePasswordNextSignIn: false, forceChangePasswordNextSignInWithMfa: false },
    },
    status: 'pass',
  },
  { name: 'no profile, but accountEnabled is shown', account: { accountEnabled: false }, status: 'pass' },
  {
    name: 'no profile, but passwordPolicies is shown',
    account: { ...nothingShown, passwordPolicies: 'DisablePasswordExpiration' },
    status: 'pass',
  },
  {
    name: 'no profile, but lastPasswordChangeDateTime is shown',
    account: { ...nothingShown, lastPasswordChangeDateTime: '2026-03-02T09:14:00Z' },
    status: 'pass',
  },
  {
    name: 'no profile, but onPremisesSyncEnabled is shown',
    account: { ...nothingShown, onPremisesSyncEnabled: false },
    status: 'pass',
  },
  { name: 'only the id is shown', account: nothingShown, status: 'skipped', reason: 'not-permitted' },
  {
    name: 'the account is synchronized from on premises',
    account: { onPremisesSyncEnabled: true },
    status: 'warn',
  },
  {
    name: 'the account is synchronized from on premises and the flag is clear',
    account: { onPremisesSyncEnabled: true, passwordProfile: { forceChangePasswordNextSignIn: false } },
    status: 'warn',
  },
  {
    name: 'the account is synchronized from on premises and the flag is set',
    account: { onPremisesSyncEnabled: true, passwordProfile: { forceChangePasswordNextSignIn: true } },
    status: 'fail',
  },
];

it.each(cases)('$name: $status', ({ account, status, reason }) => {
  expect(forPerson({ user: { value: anAccount(account) } })).toMatchObject([
    { status, ...(reason && { reason }), subject: 'Sync Account (0a1b2c3d-0002-ef11-9f89-000d3a2b4c5d)' },
  ]);
});

it.each(unavailableReasons)('is skipped when Microsoft Graph is %s', (reason) => {
  expect(forPerson({ user: { unavailable: { reason } } })).toMatchObject([{ status: 'skipped', reason }]);
});

it('is not applicable to an application user, whatever facts Microsoft Graph gives', () => {
  const account = anAccount({ passwordProfile: { forceChangePasswordNextSignIn: true } });
  for (const graph of [
    {},
    { user: { value: account } },
    { user: { unavailable: { reason: 'timed-out' } } },
  ] as const)
    expect(findingsOf('password-change-required', aSnapshot({ graph }))).toMatchObject([
      { status: 'skipped', reason: 'not-applicable' },
    ]);
});

it('judges the account in Microsoft Graph when Dataverse is down', () => {
  const account = anAccount({ passwordProfile: { forceChangePasswordNextSignIn: true } });
  const snapshot = aSnapshot({
    dataverse: { integrationUsers: { unavailable: { reason: 'unavailable' } } },
    graph: { user: { value: account } },
  });
  expect(findingsOf('password-change-required', snapshot)).toMatchObject([{ status: 'fail' }]);
});
