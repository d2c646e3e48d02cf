import type { Facts } from './facts.ts';
import { type IntegrationUser, skippedWithoutUser } from './integration-user.ts';
import { type Judgement, notApplicable, skippedFor } from './judgement.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

const check = 'missing-privileges';

/** Checks that the user has the privileges that open errors name. */
export function judgePrivileges(
  integrationUser: IntegrationUser,
  { heldPrivileges }: Pick<Facts, 'heldPrivileges'>,
  named: readonly string[],
  texts: FindingTexts,
): Judgement[] {
  if (named.length === 0) return [notApplicable(check, texts.noPrivilegesNamed())];
  if (integrationUser.state !== 'known') return [skippedWithoutUser(check, integrationUser, texts)];
  if (!heldPrivileges.known) return [skippedFor(check, heldPrivileges, texts, integrationUser.label)];

  const held = new Set(heldPrivileges.value.map((privilege) => privilege.toLowerCase()));
  return named.map((privilege) => {
    const about = { check, subject: privilege, errorKey: privilege } as const;
    return held.has(privilege.toLowerCase())
      ? { ...about, status: 'pass', ...texts.privilegeHeld(integrationUser.label, privilege) }
      : { ...about, status: 'fail', ...texts.privilegeMissing(integrationUser.label, privilege) };
  });
}
