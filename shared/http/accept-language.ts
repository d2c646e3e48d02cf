import { type Language, languages } from '../domain/language.ts';
import { weightedValues } from './quality-values.ts';

/** The language that an `Accept-Language` header asks for, among those there are; English otherwise. */
export function acceptedLanguage(header: string | null | undefined): Language {
  for (const { value } of weightedValues(header)) {
    const primary = value.split('-')[0];
    const known = languages.find((one) => one === primary);
    if (known) return known;
    if (value === '*') return 'en';
  }
  return 'en';
}
