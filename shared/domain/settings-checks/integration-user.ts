import type { CheckId } from './check-ids.ts';
import type { Fact, Facts, Unknown } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import type { DataverseUser } from './settings-snapshot.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

/** Who the integration user is, according to Dataverse. */
export type IntegrationUser =
  | {
      readonly state: 'known';
      readonly user: DataverseUser;
      readonly isApplicationUser: boolean;
      /** Name and id, to show to people. */
      readonly label: string;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'ambiguous'; readonly users: readonly DataverseUser[] }
  | { readonly state: 'unknown'; readonly why: Unknown };

/** Finds the integration user: exactly one user, or why there is none to judge. */
export function identifyIntegrationUser(users: Fact<readonly DataverseUser[]>): IntegrationUser {
  if (!users.known) return { state: 'unknown', why: users };
  const [user, ...others] = users.value;
  if (!user) return { state: 'missing' };
  if (others.length > 0) return { state: 'ambiguous', users: users.value };
  return { state: 'known', user, isApplicationUser: Boolean(user.applicationId), label: labelOf(user) };
}

/** The judgement of a check that needs the integration user, when there is not exactly one. */
export function skippedWithoutUser(
  check: CheckId,
  integrationUser: Exclude<IntegrationUser, { state: 'known' }>,
  texts: FindingTexts,
): Judgement {
  switch (integrationUser.state) {
    case 'unknown':
      return skippedFor(check, integrationUser.why, texts);
    case 'missing':
      return waitsFor(check, 'integration-user-exists', texts);
    case 'ambiguous':
      return waitsFor(check, 'integration-user-unique', texts);
  }
}

/** Checks that exactly one user exists, is enabled, has a licence if it needs one, and has the right access mode. */
export function judgeIntegrationUser(
  integrationUser: IntegrationUser,
  facts: Pick<Facts, 'user'>,
  texts: FindingTexts,
): Judgement[] {
  const rest = [
    'integration-user-enabled',
    'integration-user-licensed',
    'integration-user-access-mode',
  ] as const;
  switch (integrationUser.state) {
    case 'unknown':
      return (['integration-user-exists', 'integration-user-unique', ...rest] as const).map((check) =>
        skippedWithoutUser(check, integrationUser, texts),
      );
    case 'missing':
      return [
        { check: 'integration-user-exists', status: 'fail', ...texts.userMissing() },
        skippedWithoutUser('integration-user-unique', integrationUser, texts),
        ...rest.map((check) => skippedWithoutUser(check, integrationUser, texts)),
      ];
    case 'ambiguous': {
      const labels = integrationUser.users.map(labelOf);
      return [
        { check: 'integration-user-exists', status: 'pass', ...texts.usersFound(labels.length) },
        { check: 'integration-user-unique', status: 'fail', ...texts.userAmbiguous(labels) },
        ...rest.map((check) => skippedWithoutUser(check, integrationUser, texts)),
      ];
    }
    case 'known': {
      const { label } = integrationUser;
      return [
        { check: 'integration-user-exists', status: 'pass', subject: label, ...texts.userFound(label) },
        { check: 'integration-user-unique', status: 'pass', subject: label, ...texts.userUnique(label) },
        judgeEnabled(integrationUser, facts, texts),
        judgeLicensed(integrationUser, texts),
        judgeAccessMode(integrationUser, texts),
      ];
    }
  }
}

type KnownUser = Extract<IntegrationUser, { state: 'known' }>;

function judgeEnabled(
  { user, isApplicationUser, label: subject }: KnownUser,
  { user: account }: Pick<Facts, 'user'>,
  texts: FindingTexts,
): Judgement {
  const check = 'integration-user-enabled';
  if (user.isDisabled) return { check, status: 'fail', subject, ...texts.userDisabledInDataverse(subject) };
  if (!isApplicationUser && account.known && account.value.accountEnabled === false)
    return { check, status: 'fail', subject, ...texts.userDisabledInEntra(subject) };
  if (typeof user.isDisabled !== 'boolean') return withoutAttribute(check, subject, 'isdisabled', texts);
  return { check, status: 'pass', subject, ...texts.userEnabled(subject) };
}

function judgeLicensed(
  { user, isApplicationUser, label: subject }: KnownUser,
  texts: FindingTexts,
): Judgement {
  const check = 'integration-user-licensed';
  if (isApplicationUser || user.accessMode === nonInteractive)
    return notApplicable(check, texts.licenceNotNeeded(subject), subject);
  if (typeof user.isLicensed !== 'boolean') return withoutAttribute(check, subject, 'islicensed', texts);
  return user.isLicensed
    ? { check, status: 'pass', subject, ...texts.userLicensed(subject) }
    : { check, status: 'fail', subject, ...texts.userNotLicensed(subject) };
}

const readWrite = 0;
const nonInteractive = 4;
const accessModes = [
  'Read-Write',
  'Administrative',
  'Read',
  'Support User',
  'Non-interactive',
  'Delegated Admin',
];

/** The setup accepts Read-Write and Non-interactive. Turning on the connection requires Non-interactive of a person. */
function judgeAccessMode(
  { user, isApplicationUser, label: subject }: KnownUser,
  texts: FindingTexts,
): Judgement {
  const check = 'integration-user-access-mode';
  const mode = user.accessMode;
  if (typeof mode !== 'number') return withoutAttribute(check, subject, 'accessmode', texts);
  const modeName = accessModes[mode] ?? String(mode);
  if (mode === nonInteractive || (mode === readWrite && isApplicationUser))
    return { check, status: 'pass', subject, ...texts.accessModeGood(subject, modeName) };
  if (mode === readWrite) return { check, status: 'warn', subject, ...texts.accessModeReadWrite(subject) };
  return { check, status: 'fail', subject, ...texts.accessModeWrong(subject, modeName, 'Non-interactive') };
}

function withoutAttribute(
  check: CheckId,
  subject: string,
  attribute: string,
  texts: FindingTexts,
): Judgement {
  return { check, status: 'skipped', reason: 'not-permitted', subject, ...texts.attributeMissing(attribute) };
}

function labelOf({ fullName, id }: DataverseUser): string {
  return fullName ? `${fullName} (${id})` : id;
}
