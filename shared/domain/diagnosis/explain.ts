import type { Language, Translated } from '../language.ts';
import type { CheckId } from '../settings-checks/check-ids.ts';
import { type Cause, causeTable, checksOfProblem, isLikely } from './causes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { builtOnce } from './matching/built-once.ts';
import { signInReason } from './sign-in-reasons.ts';
import type { CauseText, SignInSteps, StepText } from './texts/cause-text.ts';
import { administratorCauses as enAdministrator } from './texts/en/administrator-causes.ts';
import { signInSteps as enSignIn } from './texts/en/sign-in-steps.ts';
import { userCauses as enUser } from './texts/en/user-causes.ts';
import { administratorCauses as nlAdministrator } from './texts/nl/administrator-causes.ts';
import { signInSteps as nlSignIn } from './texts/nl/sign-in-steps.ts';
import { userCauses as nlUser } from './texts/nl/user-causes.ts';

/** What a person needs to resolve an error. */
export interface Explanation {
  readonly title: string;
  readonly explanation: string;
  /** In the order in which they are done. */
  readonly steps: readonly string[];
  /** Address of the page in Microsoft's documentation. */
  readonly documentation: string;
  /** Checks of the validator that would confirm the cause. */
  readonly checks: readonly CheckId[];
}

const texts: Translated<() => Readonly<Record<Cause, CauseText>>> = {
  en: builtOnce(() => ({ ...enUser(), ...enAdministrator() })),
  nl: builtOnce(() => ({ ...nlUser(), ...nlAdministrator() })),
};

const signInSteps: Translated<() => SignInSteps> = { en: builtOnce(enSignIn), nl: builtOnce(nlSignIn) };

const locales: Translated = { en: 'en-us', nl: 'nl-nl' };

/** "Probably" before the title of a likely cause. */
const probably: Translated = { en: 'Probably', nl: 'Waarschijnlijk' };

/** A cause in one line; the key tells whether it is only likely. */
export function causeTitle(cause: Cause, language: Language, key = ''): string {
  const { title } = texts[language]()[cause];
  return isLikely(key) ? `${probably[language]}: ${title}` : title;
}

/** Explains a diagnosis and how to resolve it; the steps name its key and its evidence. */
export function explain(diagnosis: Diagnosis, language: Language): Explanation {
  const { cause } = diagnosis;
  const { explanation, steps } = texts[language]()[cause];
  const reason = signInReason(diagnosis.key);
  const ownSteps = reason && signInSteps[language]()[reason];
  return {
    title: causeTitle(cause, language, diagnosis.key),
    explanation,
    steps: (ownSteps ?? steps).map((step) => fill(step, diagnosis)),
    documentation: `https://learn.microsoft.com/${locales[language]}/${causeTable[cause].page}`,
    checks: checksOfProblem(cause, diagnosis.key),
  };
}

function fill(step: StepText, { key, evidence }: Diagnosis): string {
  const chosen = typeof step === 'string' ? step : key === '' || isLikely(key) ? step.otherwise : step.key;
  // A problem has no words of one message to quote.
  const text = evidence === '' ? chosen.replace(': "{evidence}"', '') : chosen;
  // The text is split first, so that a placeholder inside the key or the evidence stays as it is.
  return text
    .split(/(\{key\}|\{evidence\})/)
    .map((part) => (part === '{key}' ? key : part === '{evidence}' ? evidence : part))
    .join('');
}
