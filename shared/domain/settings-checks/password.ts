import type { Facts } from './facts.ts';
import { type IntegrationUser, skippedWithoutUser } from './integration-user.ts';
import { type Judgement, notApplicable, skippedFor } from './judgement.ts';
import type { GraphUser } from './settings-snapshot.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

const check = 'password-change-required';

/**
 * That a person's account need not change its password first. Where Dataverse cannot say who the user is, an account
 * that Microsoft Graph knows is a person's all the same.
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
 * Whether another property that takes the same permission came back filled. Id and sign-in name do not count: they are
 * shown with less.
 */
function showsPermission(account: GraphUser): boolean {
  const { accountEnabled, passwordPolicies, lastPasswordChangeDateTime, onPremisesSyncEnabled } = account;
  return [accountEnabled, passwordPolicies, lastPasswordChangeDateTime, onPremisesSyncEnabled].some(
    (value) => value !== null && value !== undefined,
  );
}
