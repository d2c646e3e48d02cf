import { expect, it } from 'vitest';
import type { DataverseFacts } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aRole, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const integration = 'Business Central Dataverse Integration';
const salesAdministrator = 'Dynamics 365 Business Central Integration Administrator';
const salesUser = 'Dynamics 365 Business Central Integration User';

const copy = aRole({
  roleId: '0a1b2c3d-0102-ef11-9f89-000d3a2b4c5d',
  parentRootRoleId: 'A2B18661-9FF5-E911-A812-000D3A0B9028',
});
const unrelated = aRole({ roleId: '0a1b2c3d-0103-ef11-9f89-000d3a2b4c5d', name: integration });
const sales = [
  aRole({ roleId: '8c8d4f51-a72b-e511-80d9-3863bb349780' }),
  aRole({ roleId: '6f960e32-a72b-e511-80d9-3863bb349780' }),
];
const denied = { unavailable: { reason: 'not-permitted' as const } };

const cases: {
  name: string;
  dataverse?: DataverseFacts;
  found: { subject: string; status: string; reason?: string }[];
}[] = [
  { name: 'held directly', found: [{ subject: integration, status: 'pass' }] },
  {
    name: 'held as a copy in another business unit',
    dataverse: { userRoles: { value: [copy] } },
    found: [{ subject: integration, status: 'pass' }],
  },
  {
    name: 'held through a team only',
    dataverse: { userRoles: { value: [] }, teamRoles: { value: [{ ...copy, team: 'Integration' }] } },
    found: [{ subject: integration, status: 'warn' }],
  },
  {
    name: 'held directly and through a team',
    dataverse: { teamRoles: { value: [{ ...copy, team: 'Integration' }] } },
    found: [{ subject: integration, status: 'pass' }],
  },
  {
    name: 'another role of the same name',
    dataverse: { userRoles: { value: [unrelated] } },
    found: [{ subject: integration, status: 'fail' }],
  },
  {
    name: 'no role at all',
    dataverse: { userRoles: { value: [] } },
    found: [{ subject: integration, status: 'fail' }],
  },
  {
    name: 'not deployed',
    dataverse: { userRoles: { value: [] }, deployedRoles: { value: [] } },
    found: [{ subject: integration, status: 'fail' }],
  },
  {
    name: 'not held directly, team roles unknown',
    dataverse: { userRoles: { value: [] }, teamRoles: denied },
    found: [{ subject: integration, status: 'skipped', reason: 'not-permitted' }],
  },
  {
    name: 'held directly, team roles unknown',
    dataverse: { teamRoles: denied },
    found: [{ subject: integration, status: 'pass' }],
  },
  {
    name: 'direct roles unknown',
    dataverse: { userRoles: { unavailable: { reason: 'timed-out' } } },
    found: [{ subject: integration, status: 'skipped', reason: 'timed-out' }],
  },
  {
    name: 'Sales deployed, both roles held',
    dataverse: {
      userRoles: { value: [aRole(), ...sales] },
      deployedRoles: { value: [aRole(), ...sales] },
    },
    found: [
      { subject: integration, status: 'pass' },
      { subject: salesAdministrator, status: 'pass' },
      { subject: salesUser, status: 'pass' },
    ],
  },
  {
    name: 'Sales deployed, one of its roles held',
    dataverse: {
      userRoles: { value: [aRole(), ...sales.slice(1)] },
      deployedRoles: { value: [aRole(), ...sales] },
    },
    found: [
      { subject: integration, status: 'pass' },
      { subject: salesAdministrator, status: 'fail' },
      { subject: salesUser, status: 'pass' },
    ],
  },
  {
    name: 'deployed roles unknown, a Sales role held',
    dataverse: { userRoles: { value: [aRole(), ...sales.slice(1)] }, deployedRoles: denied },
    found: [
      { subject: integration, status: 'pass' },
      { subject: salesAdministrator, status: 'fail' },
      { subject: salesUser, status: 'pass' },
    ],
  },
  {
    name: 'deployed roles unknown, no Sales role held',
    dataverse: { deployedRoles: denied },
    found: [
      { subject: integration, status: 'pass' },
      { subject: 'Dynamics 365 Sales', status: 'skipped', reason: 'not-permitted' },
    ],
  },
];

it.each(cases)('$name', ({ dataverse = {}, found }) => {
  const findings = findingsOf('integration-user-roles', aSnapshot({ dataverse }));
  expect(findings).toMatchObject(found);
  expect(findings).toHaveLength(found.length);
});

it('gives different remedies for a role that is not deployed and one that is not held', () => {
  const remedyIf = (deployed: boolean) =>
    findingsOf(
      'integration-user-roles',
      aSnapshot({
        dataverse: { userRoles: { value: [] }, deployedRoles: { value: deployed ? [aRole()] : [] } },
      }),
    )[0]?.remedy;
  expect(remedyIf(false)).toContain('Redeploy Integration Solution');
  expect(remedyIf(true)).toContain('Manage security roles');
});

it.each([
  { name: 'directly', dataverse: { userRoles: { value: [unrelated] } } },
  {
    name: 'through a team',
    dataverse: { userRoles: { value: [] }, teamRoles: { value: [{ ...unrelated, team: 'Integration' }] } },
  },
  {
    name: 'where the real one is not deployed',
    dataverse: { userRoles: { value: [unrelated] }, deployedRoles: { value: [] } },
  },
])('another role of the same name is named as what it is: $name', ({ dataverse }) => {
  const [finding] = findingsOf('integration-user-roles', aSnapshot({ dataverse }));
  expect(finding).toMatchObject({ status: 'fail', subject: integration });
  expect(finding?.seen).toContain(
    `a role named ${integration}, but it is another role (${unrelated.roleId})`,
  );
});
