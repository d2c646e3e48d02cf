import type { Facts } from './facts.ts';
import { type IntegrationUser, skippedWithoutUser } from './integration-user.ts';
import { type Judgement, notApplicable, skippedFor } from './judgement.ts';
import type { GraphUser } from './settings-snapshot.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

const check = 'password-change-required';

/**
 * Checks that a person's account does not have to change its password. If Dataverse cannot tell who the user is, an
 * account in Microsoft Graph is judged as a person's account.
 */
export function judgePassword(
  integrationUser: IntegrationUser,
  { user: account }: Pick<Facts, 'user'>,
  texts: FindingTexts,
): Judgement {
  if (integrationUser.state !== 'known') {
    if (integrationUser.state === 'unknown' && account.known)
      return { check, ...judgeAccount(account.value, texts) };
    return skippedWithoutUser(check, integrationUser, texts);
  }
  const { label: subject, isApplicationUser } = integrationUser;
  if (isApplicationUser) return notApplicable(check, texts.noPassword(subject), subject);
  if (!account.known) return skippedFor(check, account, texts, subject);
  return { check, subject, ...judgeAccount(account.value, texts) };
}

function judgeAccount(
  account: GraphUser,
  texts: FindingTexts,
): Pick<Judgement, 'status' | 'reason' | 'seen'> {
  const profile = account.passwordProfile;
  if (profile?.forceChangePasswordNextSignIn || profile?.forceChangePasswordNextSignInWithMfa)
    return { status: 'fail', ...texts.passwordChangeRequired() };
  if (account.onPremisesSyncEnabled) return { status: 'warn', ...texts.passwordOnPremises() };
  if (profile || showsPermission(account)) return { status: 'pass', ...texts.passwordGood() };
  return { status: 'skipped', reason: 'not-permitted', ...texts.passwordProfileLimited() };
}

/**
 * Whether this app may read the password profile: another property that requires the same permission has a value. Id and
 * sign-in name do not count, because they require less.
 */
function showsPermission(account: GraphUser): boolean {
  const { accountEnabled, passwordPolicies, lastPasswordChangeDateTime, onPremisesSyncEnabled } = account;
  return [accountEnabled, passwordPolicies, lastPasswordChangeDateTime, onPremisesSyncEnabled].some(
    (value) => value !== null && value !== undefined,
  );
}
