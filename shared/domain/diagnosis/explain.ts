import type { Language, Translated } from '../language.ts';
import type { CheckId } from '../settings-checks/check-ids.ts';
import { type Cause, causeTable, checksOf } from './causes.ts';
import type { Diagnosis } from './diagnosis.ts';
import { builtOnce } from './matching/built-once.ts';
import type { CauseText, StepText } from './texts/cause-text.ts';
import { administratorCauses as enAdministrator } from './texts/en/administrator-causes.ts';
import { userCauses as enUser } from './texts/en/user-causes.ts';
import { administratorCauses as nlAdministrator } from './texts/nl/administrator-causes.ts';
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

const locales: Translated = { en: 'en-us', nl: 'nl-nl' };

/** A cause in one line. */
export function causeTitle(cause: Cause, language: Language): string {
  return texts[language]()[cause].title;
}

/** Explains a diagnosis and how to resolve it; the steps name its key and its evidence. */
export function explain(diagnosis: Diagnosis, language: Language): Explanation {
  const { cause } = diagnosis;
  const { title, explanation, steps } = texts[language]()[cause];
  return {
    title,
    explanation,
    steps: steps.map((step) => fill(step, diagnosis)),
    documentation: `https://learn.microsoft.com/${locales[language]}/${causeTable[cause].page}`,
    checks: checksOf(cause),
  };
}

function fill(step: StepText, { key, evidence }: Diagnosis): string {
  const chosen = typeof step === 'string' ? step : key === '' ? step.otherwise : step.key;
  // A problem has no words of one message to quote.
  const text = evidence === '' ? chosen.replace(': "{evidence}"', '') : chosen;
  // The text is split first, so that a placeholder inside the key or the evidence stays as it is.
  return text
    .split(/(\{key\}|\{evidence\})/)
    .map((part) => (part === '{key}' ? key : part === '{evidence}' ? evidence : part))
    .join('');
}
