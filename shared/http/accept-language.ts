import { type Language, languages } from '../domain/language.ts';
import { weightedValues } from './quality-values.ts';

/** The best language of an `Accept-Language` header that we have; English when there is none. */
export function acceptedLanguage(header: string | null | undefined): Language {
  for (const { value } of weightedValues(header)) {
    const primary = value.split('-')[0];
    const known = languages.find((one) => one === primary);
    if (known) return known;
    if (value === '*') return 'en';
  }
  return 'en';
}
