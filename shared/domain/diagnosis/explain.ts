import type { Language, Translated } from '../language.ts';
import type { Cause } from './cause.ts';
import { type CheckId, checksOf } from './cause-checks.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { CauseText, StepText } from './texts/cause-text.ts';
import { documentationOf } from './texts/documentation.ts';
import { recordTexts as enRecords } from './texts/en-records.ts';
import { setupTexts as enSetup } from './texts/en-setup.ts';
import { recordTexts as nlRecords } from './texts/nl-records.ts';
import { setupTexts as nlSetup } from './texts/nl-setup.ts';

/** What a person needs to resolve an error. */
export interface Explanation {
  readonly title: string;
  readonly explanation: string;
  /** In the order in which they are done. */
  readonly steps: readonly string[];
  /** Address of the manufacturer's page about it. */
  readonly documentation: string;
  /** Checks of the validator that would confirm the cause. */
  readonly checks: readonly CheckId[];
}

const texts: Translated<Readonly<Record<Cause, CauseText>>> = {
  en: { ...enRecords, ...enSetup },
  nl: { ...nlRecords, ...nlSetup },
};

/** A cause in one line. */
export function causeTitle(cause: Cause, language: Language): string {
  return texts[language][cause].title;
}

/** What a diagnosis means and what to do about it; the steps name its key and its evidence. */
export function explain(diagnosis: Diagnosis, language: Language): Explanation {
  const { cause } = diagnosis;
  const { title, explanation, steps } = texts[language][cause];
  return {
    title,
    explanation,
    steps: steps.map((step) => fill(step, diagnosis)),
    documentation: documentationOf(cause, language),
    checks: checksOf(cause),
  };
}

function fill(step: StepText, { key, evidence }: Diagnosis): string {
  const text = typeof step === 'string' ? step : key === '' ? step.otherwise : step.key;
  // What comes from outside goes in last, so that it cannot be taken for a placeholder.
  return text
    .split(/(\{key\}|\{evidence\})/)
    .map((part) => (part === '{key}' ? key : part === '{evidence}' ? evidence : part))
    .join('');
}
