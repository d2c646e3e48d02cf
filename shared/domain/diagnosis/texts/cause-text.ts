import type { CauseFor } from '../causes.ts';
import type { SignInReason } from '../sign-in-reasons.ts';

/** A step as one text, or as two: one with the key of the diagnosis as `{key}`, one for a diagnosis without a key. */
export type StepText = string | { readonly key: string; readonly otherwise: string };

/** What people read about one cause in one language. */
export interface CauseText {
  readonly title: string;
  readonly explanation: string;
  /** In the order in which they are done. `{evidence}` is replaced by the words of the message that decided. */
  readonly steps: readonly StepText[];
}

/** The steps for each reason why signing in failed, in the order in which they are done. */
export type SignInSteps = Readonly<Record<SignInReason, readonly StepText[]>>;

/** Texts for the causes that record users resolve, or that pass by themselves. */
export type UserCauseTexts = Readonly<Record<CauseFor<'record-user' | 'wait' | 'unknown'>, CauseText>>;

/** Texts for the causes that administrators or support resolve. */
export type AdministratorCauseTexts = Readonly<Record<CauseFor<'administrator' | 'support'>, CauseText>>;
