import type { Facts } from './facts.ts';
import { type IntegrationUser, skippedWithoutUser } from './integration-user.ts';
import { type Judgement, skippedFor } from './judgement.ts';
import type { SecurityRole } from './settings-snapshot.ts';
import type { FindingTexts } from './texts/finding-texts.ts';
import {
  dataverseIntegrationRole,
  type RequiredRole,
  salesIntegrationRoles,
  sameId,
} from './well-known-ids.ts';

const check = 'integration-user-roles';

type RoleFacts = Pick<Facts, 'userRoles' | 'teamRoles' | 'deployedRoles'>;

/** Checks that the integration user has the role of the integration, and both Sales roles if these are deployed. */
export function judgeRoles(
  integrationUser: IntegrationUser,
  facts: RoleFacts,
  texts: FindingTexts,
): Judgement[] {
  if (integrationUser.state !== 'known') return [skippedWithoutUser(check, integrationUser, texts)];
  const { label } = integrationUser;
  return [judgeRole(dataverseIntegrationRole, label, facts, texts), ...judgeSalesRoles(label, facts, texts)];
}

function judgeSalesRoles(user: string, facts: RoleFacts, texts: FindingTexts): Judgement[] {
  // A role that the user has is deployed, even if the list of deployed roles could not be read.
  const seen = [facts.deployedRoles, facts.userRoles, facts.teamRoles].flatMap((roles) =>
    roles.known ? roles.value : [],
  );
  if (salesIntegrationRoles.some((required) => seen.some((role) => isCopyOf(role, required))))
    return salesIntegrationRoles.map((required) => judgeRole(required, user, facts, texts));
  if (facts.deployedRoles.known) return [];
  return [skippedFor(check, facts.deployedRoles, texts, 'Dynamics 365 Sales')];
}

function judgeRole(
  required: RequiredRole,
  user: string,
  { userRoles, teamRoles, deployedRoles }: RoleFacts,
  texts: FindingTexts,
): Judgement {
  const subject = required.name;
  if (!userRoles.known) return skippedFor(check, userRoles, texts, subject);
  if (userRoles.value.some((role) => isCopyOf(role, required)))
    return { check, status: 'pass', subject, ...texts.roleHeld(user, subject) };
  if (!teamRoles.known) return skippedFor(check, teamRoles, texts, subject);
  const throughTeams = teamRoles.value.filter((role) => isCopyOf(role, required));
  if (throughTeams.length > 0) {
    const teams = throughTeams.map(({ team, roleId }) => team ?? roleId);
    return { check, status: 'warn', subject, ...texts.roleHeldThroughTeam(user, subject, teams) };
  }
  const sameName = [...userRoles.value, ...teamRoles.value].find(({ name }) => isNamed(name, subject));
  if (sameName)
    return { check, status: 'fail', subject, ...texts.roleOnlyByName(user, subject, sameName.roleId) };
  if (deployedRoles.known && !deployedRoles.value.some((role) => isCopyOf(role, required)))
    return { check, status: 'fail', subject, ...texts.roleNotDeployed(subject) };
  return { check, status: 'fail', subject, ...texts.roleNotHeld(user, subject) };
}

function isNamed(name: string | null | undefined, wanted: string): boolean {
  return name?.trim().toLowerCase() === wanted.toLowerCase();
}

/** Whether a role is the required one, or its copy in another business unit. A copy has its own id and that of the root. */
function isCopyOf({ roleId, parentRootRoleId }: SecurityRole, { rootRoleId }: RequiredRole): boolean {
  return sameId(roleId, rootRoleId) || sameId(parentRootRoleId, rootRoleId);
}
