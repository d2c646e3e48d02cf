import type { CheckId } from '../settings-checks/check-ids.ts';

/** Why signing in failed, where the key of a diagnosis tells it. */
export const signInReasons = [
  'expired-password',
  'wrong-password',
  'expired-secret',
  'wrong-secret',
  'missing-consent',
  'conditional-access',
  'unknown-application',
  'unknown-user',
  'disabled-account',
] as const;

/** One of the reasons. */
export type SignInReason = (typeof signInReasons)[number];

/** The numbers of Microsoft Entra's codes for each reason. */
const numbers: Readonly<Record<SignInReason, readonly number[]>> = {
  'expired-password': [50055, 50142, 50144],
  'wrong-password': [50056, 50126],
  'expired-secret': [7000222],
  'wrong-secret': [7000215, 7000216, 7000218],
  'missing-consent': [65001, 65004, 65005, 90093, 90094, 90099, 650052, 650056, 650057],
  'conditional-access': [
    ...[50072, 50074, 50076, 50078, 50079, 50097, 50129, 50131, 50158],
    ...[53000, 53001, 53002, 53003, 53004, 530002, 530003, 530032, 530034],
  ],
  'unknown-application': [500011, 700016, 7000112],
  'unknown-user': [16000, 50020, 50034, 51004, 90072],
  'disabled-account': [50057, 500571],
};

/** The check of the validator that would confirm a reason. */
const checks: Readonly<Partial<Record<SignInReason, CheckId>>> = {
  'expired-password': 'password-change-required',
  'unknown-user': 'integration-user-exists',
  'disabled-account': 'integration-user-enabled',
};

/** The reason that the key of a diagnosis names, by itself or by a code such as "AADSTS50055". */
export function signInReason(key: string): SignInReason | undefined {
  const number = Number(/^AADSTS(\d{4,7})$/.exec(key)?.[1]);
  return signInReasons.find((reason) => reason === key || numbers[reason].includes(number));
}

/** The check that would confirm why signing in failed; undefined where none would. */
export function checkOfSignIn(key: string): CheckId | undefined {
  const reason = signInReason(key);
  return reason && checks[reason];
}
