import { describe, expect, it } from 'vitest';
import { unavailableReasons } from '../../../../shared/domain/settings-checks/fact-group.ts';
import type {
  DataverseUser,
  GraphFacts,
} from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import {
  anAccount,
  anApplicationUser,
  aPerson,
  aSnapshot,
  findingsOf,
} from '../../../support/settings-facts.ts';

const userChecks = [
  'integration-user-unique',
  'integration-user-enabled',
  'integration-user-licensed',
  'integration-user-access-mode',
  'integration-user-not-administrator',
  'integration-user-roles',
  'password-change-required',
] as const;

const withUsers = (value: DataverseUser[], graph: GraphFacts = {}) =>
  aSnapshot({ dataverse: { integrationUsers: { value } }, graph });

describe('integration-user-exists and -unique', () => {
  it('pass with one user', () => {
    const snapshot = withUsers([anApplicationUser()]);
    const subject = 'Business Central Integration (0a1b2c3d-0001-ef11-9f89-000d3a2b4c5d)';
    expect(findingsOf('integration-user-exists', snapshot)).toMatchObject([{ status: 'pass', subject }]);
    expect(findingsOf('integration-user-unique', snapshot)).toMatchObject([{ status: 'pass', subject }]);
  });

  it('use the id of a user without a name', () => {
    const snapshot = withUsers([anApplicationUser({ fullName: null })]);
    expect(findingsOf('integration-user-exists', snapshot)).toMatchObject([
      { subject: '0a1b2c3d-0001-ef11-9f89-000d3a2b4c5d' },
    ]);
  });

  it('when nobody is found: exists fails, and all other checks of the user depend on it', () => {
    const snapshot = withUsers([]);
    expect(findingsOf('integration-user-exists', snapshot)).toMatchObject([
      { status: 'fail', remedy: expect.stringContaining('Dataverse Connection Setup') },
    ]);
    for (const check of userChecks)
      expect(findingsOf(check, snapshot)).toMatchObject([{ status: 'skipped', reason: 'depends-on' }]);
  });

  it('when two are found: unique fails, and all other checks of the user depend on it', () => {
    const snapshot = withUsers([anApplicationUser(), anApplicationUser({ id: aPerson().id })]);
    expect(findingsOf('integration-user-exists', snapshot)).toMatchObject([{ status: 'pass' }]);
    expect(findingsOf('integration-user-unique', snapshot)).toMatchObject([
      { status: 'fail', seen: expect.stringContaining('2 users') },
    ]);
    for (const check of userChecks.slice(1))
      expect(findingsOf(check, snapshot)).toMatchObject([{ status: 'skipped', reason: 'depends-on' }]);
  });

  it.each(unavailableReasons)('are skipped with all checks of the user when Dataverse is %s', (reason) => {
    const snapshot = aSnapshot({
      dataverse: { integrationUsers: { unavailable: { reason } } },
      graph: { user: { unavailable: { reason: 'not-configured' } } },
    });
    for (const check of ['integration-user-exists', ...userChecks] as const)
      expect(findingsOf(check, snapshot)).toMatchObject([
        { status: 'skipped', reason, remedy: expect.stringMatching(/\w/) },
      ]);
  });
});

describe('integration-user-enabled', () => {
  it.each([
    { name: 'an enabled application user', user: anApplicationUser(), graph: {}, status: 'pass' },
    {
      name: 'a disabled application user',
      user: anApplicationUser({ isDisabled: true }),
      graph: {},
      status: 'fail',
    },
    {
      name: 'an application user when an Entra account is disabled',
      user: anApplicationUser(),
      graph: { user: { value: anAccount({ accountEnabled: false }) } },
      status: 'pass',
    },
    {
      name: 'a person enabled in both',
      user: aPerson(),
      graph: { user: { value: anAccount() } },
      status: 'pass',
    },
    {
      name: 'a person disabled in Dataverse',
      user: aPerson({ isDisabled: true }),
      graph: { user: { value: anAccount() } },
      status: 'fail',
    },
    {
      name: 'a person disabled in Entra',
      user: aPerson(),
      graph: { user: { value: anAccount({ accountEnabled: false }) } },
      status: 'fail',
    },
    {
      name: 'a person whose account cannot be read',
      user: aPerson(),
      graph: { user: { unavailable: { reason: 'not-permitted' as const } } },
      status: 'pass',
    },
    {
      name: 'a person whose account shows only the id',
      user: aPerson(),
      graph: { user: { value: anAccount({ accountEnabled: null }) } },
      status: 'pass',
    },
    {
      name: 'a user without a value in Dataverse',
      user: anApplicationUser({ isDisabled: null }),
      graph: {},
      status: 'skipped',
      reason: 'not-permitted',
    },
  ])('$name: $status', ({ user, graph, status, reason }) => {
    const [finding, ...more] = findingsOf('integration-user-enabled', withUsers([user], graph));
    expect(finding).toMatchObject({ status, ...(reason && { reason }) });
    expect(more).toEqual([]);
  });
});

describe('integration-user-licensed', () => {
  it.each([
    { name: 'an application user', user: anApplicationUser(), status: 'skipped', reason: 'not-applicable' },
    {
      name: 'a non-interactive person',
      user: aPerson({ accessMode: 4, isLicensed: false }),
      status: 'skipped',
      reason: 'not-applicable',
    },
    { name: 'a licensed person', user: aPerson({ accessMode: 0 }), status: 'pass' },
    { name: 'an unlicensed person', user: aPerson({ accessMode: 0, isLicensed: false }), status: 'fail' },
    {
      name: 'a person without a value in Dataverse',
      user: aPerson({ accessMode: 0, isLicensed: null }),
      status: 'skipped',
      reason: 'not-permitted',
    },
  ])('$name: $status', ({ user, status, reason }) => {
    expect(findingsOf('integration-user-licensed', withUsers([user]))).toMatchObject([
      { status, ...(reason && { reason }) },
    ]);
  });
});

describe('integration-user-access-mode', () => {
  it.each([
    { mode: 0, applicationUser: 'pass', person: 'warn' },
    { mode: 1, applicationUser: 'fail', person: 'fail' },
    { mode: 2, applicationUser: 'fail', person: 'fail' },
    { mode: 3, applicationUser: 'fail', person: 'fail' },
    { mode: 4, applicationUser: 'pass', person: 'pass' },
    { mode: 5, applicationUser: 'fail', person: 'fail' },
    { mode: 99, applicationUser: 'fail', person: 'fail' },
    { mode: null, applicationUser: 'skipped', person: 'skipped' },
  ])('$mode: application user $applicationUser, person $person', ({ mode, applicationUser, person }) => {
    const statusOf = (user: DataverseUser) =>
      findingsOf('integration-user-access-mode', withUsers([user])).map(({ status }) => status);
    expect(statusOf(anApplicationUser({ accessMode: mode }))).toEqual([applicationUser]);
    expect(statusOf(aPerson({ accessMode: mode }))).toEqual([person]);
  });
});
