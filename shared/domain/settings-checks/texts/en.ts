import { currencies } from './en-currencies.ts';
import { environmentSettings } from './en-places.ts';
import { permissionsOf, remedyForUnavailable, whyUnavailable } from './en-unavailable.ts';
import type { FindingTexts } from './finding-texts.ts';
import { systemNames } from './system-names.ts';

const userPages = `${environmentSettings}, Users + permissions, page Users or Application users`;
const roleAssignments = `${userPages}, Manage security roles`;
const administrationSection = `${environmentSettings}, Users, the user, Manage user in Dynamics 365, section Administration`;

const jobQueueEntries = 'page Job Queue Entries, the job';

/** The findings in English. */
export const en: FindingTexts = {
  ...currencies,
  factsUnavailable: (system, reason, detail) => ({
    seen: `${systemNames[system]} ${whyUnavailable[reason]}${detail ? ` (${detail})` : ''}.`,
    remedy: remedyForUnavailable(system, reason),
  }),
  factMissing: (path) => ({
    seen: `The snapshot leaves out ${path}.`,
    remedy: `Add ${path} to the snapshot; docs/snapshots.md shows the format.`,
  }),
  waitsFor: (check) => ({
    seen: `Not judged: the result depends on ${check}.`,
    remedy: `Resolve ${check} first, then run the validation again.`,
  }),

  userFound: (user) => ({ seen: `Dataverse has the user ${user}.` }),
  usersFound: (count) => ({ seen: `Dataverse has ${count} users for INTEGRATION_USER.` }),
  userMissing: () => ({
    seen: 'Dataverse has no user with the application id or e-mail address of the integration user.',
    remedy:
      'Run the assisted setup Set up a connection to Dataverse in Business Central again: it creates the application user. Or correct INTEGRATION_USER if the page Dataverse Connection Setup names another user.',
  }),
  userUnique: (user) => ({ seen: `Only ${user} has this application id or e-mail address.` }),
  userAmbiguous: (users) => ({
    seen: `${users.length} users have this application id or e-mail address: ${users.join('; ')}.`,
    remedy:
      'Keep the user that the page Dataverse Connection Setup names. Deactivate and delete the others: Power Platform admin center, page Application users.',
  }),
  userEnabled: (user) => ({ seen: `${user} is enabled.` }),
  userDisabledInDataverse: (user) => ({
    seen: `${user} is disabled in Dataverse.`,
    remedy: `Enable the user: ${userPages}.`,
  }),
  userDisabledInEntra: (user) => ({
    seen: `The account of ${user} is disabled in Microsoft Entra. Dataverse will follow later.`,
    remedy: 'Turn on Account enabled: Microsoft Entra admin center, Users, the user, Properties.',
  }),
  attributeMissing: (attribute) => ({
    seen: `Dataverse gave no value for ${attribute}.`,
    remedy:
      'Allow the identity of this app to read all columns of User in Dataverse, then run the validation again.',
  }),
  licenceNotNeeded: (user) => ({
    seen: `${user} needs no licence: it is an application user, or its access mode is Non-interactive.`,
  }),
  userLicensed: (user) => ({ seen: `${user} has a licence.` }),
  userNotLicensed: (user) => ({
    seen: `${user} has no licence for Dataverse.`,
    remedy:
      'Assign a licence (Microsoft 365 admin center, Active users, Licenses and apps), or set the access mode of the user to Non-interactive.',
  }),
  accessModeGood: (user, mode) => ({ seen: `${user} has the access mode ${mode}.` }),
  accessModeReadWrite: (user) => ({
    seen: `${user} is a person's account with the access mode Read-Write. The setup accepts it, but turning on the connection requires Non-interactive.`,
    remedy: `Set Access Mode to Non-interactive: ${administrationSection}. Or connect with an application user.`,
  }),
  accessModeWrong: (user, mode, expected) => ({
    seen: `${user} has the access mode ${mode}. The integration needs ${expected}.`,
    remedy: `Set Access Mode to ${expected}: ${administrationSection}.`,
  }),

  notAdministrator: (user) => ({ seen: `${user} has no administrator role.` }),
  notAdministratorByTemplate: (user, role) => ({
    seen: `${user} has a role named ${role}, but by its template it is another role, not the one of Dataverse.`,
  }),
  administrator: (user, roles) => ({
    seen: `${user} has administrator roles: ${roles.join(', ')}.`,
    remedy: `Use an application user for the integration, or remove these roles: ${roleAssignments}; for Entra roles, Microsoft Entra admin center, Roles & admins. Changes that an administrator makes with this account are not synchronized.`,
  }),
  roleThroughTeam: (role, team) => `${role} (through team ${team})`,
  renamedAdministrator: (role) => `System Administrator named ${role}`,
  directoryRole: (role) => `${role} (Microsoft Entra)`,
  directoryRolesLimited: () => ({
    seen: 'Microsoft Graph gave directory roles without their names, so this app may not read them.',
    remedy: permissionsOf.graph,
  }),
  roleHeld: (user, role) => ({ seen: `${user} has the role ${role}.` }),
  roleHeldThroughTeam: (user, role, teams) => ({
    seen: `${user} has the role ${role} only through a team: ${teams.join(', ')}. That works, but Business Central's own check sees only roles that a user has directly.`,
    remedy: `Assign the role to the user directly: ${roleAssignments}.`,
  }),
  roleNotHeld: (user, role) => ({
    seen: `${user} does not have the role ${role}.`,
    remedy: `Assign the role ${role} to the user: ${roleAssignments}.`,
  }),
  roleOnlyByName: (user, role, id) => ({
    seen: `${user} has a role named ${role}, but it is another role (${id}), not the one of the integration solution.`,
    remedy: `Assign the role ${role} of the solution: ${roleAssignments}. If it is not in the list, choose Redeploy Integration Solution in Business Central, page Dataverse Connection Setup. Rename or remove the other role.`,
  }),
  roleNotDeployed: (role) => ({
    seen: `The role ${role} does not exist in this environment.`,
    remedy:
      'Choose Redeploy Integration Solution in Business Central, page Dataverse Connection Setup (for the Sales roles: Microsoft Dynamics 365 Connection Setup).',
  }),

  noPrivilegesNamed: () => ({ seen: 'No open error names a privilege.' }),
  privilegeHeld: (user, privilege) => ({ seen: `${user} has ${privilege} now.` }),
  privilegeMissing: (user, privilege) => ({
    seen: `${user} does not have ${privilege}, which open errors name.`,
    remedy: `Add ${privilege} to a security role of the user: ${environmentSettings}, Users + permissions, Security roles. For a standard table you can also choose Redeploy Integration Solution on the page Dataverse Connection Setup.`,
  }),

  noPassword: (user) => ({ seen: `${user} is an application user and has no password.` }),
  passwordGood: () => ({
    seen: 'The account does not have to change its password at the next sign-in.',
  }),
  passwordChangeRequired: () => ({
    seen: 'The account must change its password at the next sign-in, so the integration cannot sign in.',
    remedy:
      'Sign in once as this account, change the password and enter it on the page Dataverse Connection Setup. Or reset it without the flag: Microsoft Entra admin center, Users, the user, Reset password. An application user has no password.',
  }),
  passwordOnPremises: () => ({
    seen: 'The account is synchronized from an on-premises directory. A new password required there is not visible here.',
    remedy:
      'Check the account in Active Directory (User must change password at next logon), or use an application user for the integration.',
  }),
  passwordProfileLimited: () => ({
    seen: 'Microsoft Graph gave no password profile, and nothing shows that this app may read it.',
    remedy: permissionsOf.graph,
  }),

  jobsRun: (count) => ({ seen: `Recurring jobs in Business Central that run or wait as planned: ${count}.` }),
  noRecurringJob: (check, codeunit) => ({
    seen: `Business Central has no recurring job queue entry for codeunit ${codeunit}.`,
    remedy:
      check === 'synchronization-jobs'
        ? 'Choose Use Default Synchronization Setup on the page Dataverse Connection Setup: it creates the jobs of the standard mappings.'
        : `Add a recurring entry for codeunit ${codeunit} on the page Job Queue Entries (docs/senders.md).`,
  }),
  jobInError: (message, user) => ({
    seen: `The job is in status Error${user ? `; it runs as ${user}` : ''}.${message ? ` Its message: ${sentence(message)}` : ''}`,
    remedy: `Correct what the message names, then restart the job: ${jobQueueEntries}, Restart.`,
  }),
  jobOnHold: () => ({
    seen: 'The job is in status On Hold: it does not run until somebody starts it.',
    remedy: `Set the status to Ready: ${jobQueueEntries}.`,
  }),
  jobOverdue: (earliestStart) => ({
    seen: `The job is ready since ${earliestStart} but does not start: the job queue does not run.`,
    remedy: `Restart the job: ${jobQueueEntries}, Restart. If that does not help, check that job queues are allowed in this environment, and that the user of the job is enabled and has a licence.`,
  }),
  jobStatusUnknown: (status) => ({
    seen: `The job has the status ${status}, which this app does not know.`,
    remedy: `Look at the job: ${jobQueueEntries}.`,
  }),
  noSender: () => ({
    seen: 'No sender of this company has sent a sign of life to this desk, so it may use no such job.',
  }),
};

/** A text that ends as a sentence does. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
