import { describe, expect, it } from 'vitest';
import type {
  DataverseFacts,
  GraphFacts,
  SecurityRole,
} from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aPerson, aRole, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const systemAdministrator = aRole({
  roleId: '5b0d7c31-6d0e-ef11-9f89-000d3a2b4c5d',
  name: 'Systeembeheerder',
  roleTemplateId: '627090FF-40A3-4053-8790-584EDC5BE201',
});
const person: DataverseFacts = { integrationUsers: { value: [aPerson()] } };
const denied = { unavailable: { reason: 'not-permitted' as const } };
const directoryRole = (roleTemplateId: string | null, displayName: string | null = 'Translated name') => ({
  directoryRoles: { value: [{ roleTemplateId, displayName }] },
});

const cases: {
  name: string;
  dataverse?: DataverseFacts;
  graph?: GraphFacts;
  status: string;
  reason?: string;
  seen?: string;
}[] = [
  { name: 'an application user with the role of the integration', status: 'pass' },
  {
    name: 'System Administrator with a translated name',
    dataverse: { userRoles: { value: [aRole(), systemAdministrator] } },
    status: 'fail',
    seen: 'Systeembeheerder',
  },
  {
    name: 'System Administrator through a team',
    dataverse: { teamRoles: { value: [{ ...systemAdministrator, team: 'Key users' }] } },
    status: 'fail',
    seen: 'Systeembeheerder (through team Key users)',
  },
  {
    name: 'a role that is only called System Administrator',
    dataverse: { userRoles: { value: [aRole({ name: 'System Administrator' })] } },
    status: 'pass',
  },
  {
    name: 'an application user, although directory roles cannot be read',
    graph: { directoryRoles: denied },
    status: 'pass',
  },
  {
    name: 'an application user, even with an administrator directory role',
    graph: directoryRole('62e90394-69f5-4237-9190-012177145e10'),
    status: 'pass',
  },
  { name: 'a person without directory roles', dataverse: person, status: 'pass' },
  {
    name: 'a person who is Global Administrator',
    dataverse: person,
    graph: directoryRole('62e90394-69f5-4237-9190-012177145E10'),
    status: 'fail',
    seen: 'Global Administrator (Microsoft Entra)',
  },
  {
    name: 'a person who is Power Platform Administrator',
    dataverse: person,
    graph: directoryRole('11648597-926c-4cf3-9c36-bcebb0ba8dcc'),
    status: 'fail',
    seen: 'Power Platform Administrator',
  },
  {
    name: 'a person who is Dynamics 365 Administrator',
    dataverse: person,
    graph: directoryRole('44367163-eba1-44c3-98af-f5787879f96a'),
    status: 'fail',
    seen: 'Dynamics 365 Administrator',
  },
  {
    name: 'a person who is User Administrator',
    dataverse: person,
    graph: directoryRole('fe930be7-5e62-47db-91af-98c3a49a38b1'),
    status: 'pass',
  },
  {
    name: 'a person who is Dynamics 365 Business Central Administrator',
    dataverse: person,
    graph: directoryRole('963797fb-eb3b-4cde-8ce3-5878b3f32a3f'),
    status: 'pass',
  },
  {
    name: 'a person whose directory roles this app may not read',
    dataverse: person,
    graph: { directoryRoles: denied },
    status: 'skipped',
    reason: 'not-permitted',
  },
  {
    name: 'a person whose directory roles have only nulls',
    dataverse: person,
    graph: directoryRole(null, null),
    status: 'skipped',
    reason: 'not-permitted',
  },
  {
    name: 'a person when Microsoft Graph is not configured',
    dataverse: person,
    graph: { directoryRoles: { unavailable: { reason: 'not-configured' } } },
    status: 'skipped',
    reason: 'not-configured',
  },
  {
    name: 'a person with System Administrator whose directory roles this app may not read',
    dataverse: { ...person, userRoles: { value: [systemAdministrator] } },
    graph: { directoryRoles: denied },
    status: 'fail',
  },
  {
    name: 'a Global Administrator whose security roles this app may not read',
    dataverse: { ...person, userRoles: denied, teamRoles: denied },
    graph: directoryRole('62e90394-69f5-4237-9190-012177145e10'),
    status: 'fail',
  },
  {
    name: 'direct roles that cannot be read',
    dataverse: { userRoles: { unavailable: { reason: 'throttled' } } },
    status: 'skipped',
    reason: 'throttled',
  },
  {
    name: 'team roles that cannot be read',
    dataverse: { teamRoles: { unavailable: { reason: 'timed-out' } } },
    status: 'skipped',
    reason: 'timed-out',
  },
  {
    name: 'team roles that cannot be read, with System Administrator as a direct role',
    dataverse: { userRoles: { value: [systemAdministrator] }, teamRoles: denied },
    status: 'fail',
  },
];

it.each(cases)('$name: $status', ({ dataverse = {}, graph = {}, status, reason, seen = '' }) => {
  const findings = findingsOf('integration-user-not-administrator', aSnapshot({ dataverse, graph }));
  expect(findings).toMatchObject([
    { status, ...(reason && { reason }), seen: expect.stringContaining(seen) },
  ]);
});

describe('a role is named as what it is', () => {
  const seenWith = (...value: SecurityRole[]) =>
    findingsOf('integration-user-not-administrator', aSnapshot({ dataverse: { userRoles: { value } } }))[0];
  const administrator = '627090ff-40a3-4053-8790-584edc5be201';

  it.each([
    { name: 'System Administrator', shown: 'System Administrator' },
    { name: null, shown: 'System Administrator' },
    { name: 'Systeembeheerder', shown: 'System Administrator named Systeembeheerder' },
    {
      name: 'Business Central Dataverse Integration',
      shown: 'System Administrator named Business Central Dataverse Integration',
    },
  ])('System Administrator with the name $name', ({ name, shown }) => {
    const finding = seenWith(aRole({ name, roleTemplateId: administrator }));
    expect(finding?.status).toBe('fail');
    expect(finding?.seen).toMatch(new RegExp(`has administrator roles: ${shown}\\.$`));
  });

  it.each([null, 'd9b1c1a0-0000-4000-8000-000000000001'])(
    'another role with the name System Administrator, template %s',
    (roleTemplateId) => {
      const finding = seenWith(aRole({ name: 'system administrator', roleTemplateId }));
      expect(finding?.status).toBe('pass');
      expect(finding?.seen).toContain(
        'a role named system administrator, but by its template it is another role',
      );
    },
  );
});
