import type { Language, Translated } from '../../language.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';

/** What the findings say, in one language; the compiler holds each language to the same entries. */
export type FindingTexts = typeof en;

const translations: Translated<FindingTexts> = { en, nl };

/** The texts of one language. */
export function findingTexts(language: Language): FindingTexts {
  return translations[language];
}
