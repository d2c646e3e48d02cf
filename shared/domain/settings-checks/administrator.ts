import { type Facts, firstUnknown } from './facts.ts';
import { type IntegrationUser, skippedWithoutUser } from './integration-user.ts';
import { type Judgement, skippedFor } from './judgement.ts';
import type { SecurityRole } from './settings-snapshot.ts';
import type { FindingTexts } from './texts/finding-texts.ts';
import { administratorDirectoryRoles, sameId, systemAdministratorTemplateId } from './well-known-ids.ts';

const check = 'integration-user-not-administrator';

const systemAdministrator = 'System Administrator';

/**
 * Checks that the integration user is not an administrator. No user may have the role System Administrator, directly or
 * through a team. A person may have no directory role that counts as System Administrator.
 */
export function judgeAdministrator(
  integrationUser: IntegrationUser,
  { userRoles, teamRoles, directoryRoles }: Pick<Facts, 'userRoles' | 'teamRoles' | 'directoryRoles'>,
  texts: FindingTexts,
): Judgement {
  if (integrationUser.state !== 'known') return skippedWithoutUser(check, integrationUser, texts);
  const { label: subject, isApplicationUser } = integrationUser;

  const securityRoles = [userRoles, teamRoles].flatMap((roles) => (roles.known ? roles.value : []));
  const rolesInDirectory = !isApplicationUser && directoryRoles.known ? directoryRoles.value : [];
  const administratorRoles = [
    ...securityRoles
      .filter(({ roleTemplateId }) => sameId(roleTemplateId, systemAdministratorTemplateId))
      .map((role) => administratorName(role, texts)),
    ...rolesInDirectory.flatMap(({ roleTemplateId }) => {
      const name = administratorDirectoryRoles.get(roleTemplateId?.toLowerCase() ?? '');
      return name === undefined ? [] : [texts.directoryRole(name)];
    }),
  ];
  if (administratorRoles.length > 0)
    return { check, status: 'fail', subject, ...texts.administrator(subject, administratorRoles) };

  const unknown = firstUnknown(userRoles, teamRoles, ...(isApplicationUser ? [] : [directoryRoles]));
  if (unknown) return skippedFor(check, unknown, texts, subject);
  if (rolesInDirectory.some(({ roleTemplateId }) => !roleTemplateId))
    return { check, status: 'skipped', reason: 'not-permitted', subject, ...texts.directoryRolesLimited() };
  const sameName = securityRoles.find(
    ({ name }) => name?.trim().toLowerCase() === systemAdministrator.toLowerCase(),
  );
  return sameName
    ? {
        check,
        status: 'pass',
        subject,
        ...texts.notAdministratorByTemplate(subject, nameOf(sameName, texts)),
      }
    : { check, status: 'pass', subject, ...texts.notAdministrator(subject) };
}

/** What the role is, and the name it has: names are translated, and anyone can rename a role. */
function administratorName({ name, ...role }: SecurityRole, texts: FindingTexts): string {
  const hasOtherName = name && name.trim() !== systemAdministrator;
  return nameOf(
    { ...role, name: hasOtherName ? texts.renamedAdministrator(name) : systemAdministrator },
    texts,
  );
}

function nameOf({ name, team }: SecurityRole, texts: FindingTexts): string {
  const role = name ?? systemAdministrator;
  return team ? texts.roleThroughTeam(role, team) : role;
}
