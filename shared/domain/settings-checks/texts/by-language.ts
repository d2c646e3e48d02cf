import type { Language, Translated } from '../../language.ts';
import { en } from './en.ts';
import type { FindingTexts } from './finding-texts.ts';
import { nl } from './nl.ts';

const texts: Translated<FindingTexts> = { en, nl };

/** The texts of the findings in a language. */
export function findingTexts(language: Language): FindingTexts {
  return texts[language];
}
