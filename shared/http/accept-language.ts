import { type Language, languages } from '../domain/language.ts';

/** The language that an `Accept-Language` header asks for, among those there are; English otherwise. */
export function acceptedLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return {
        language: tag.trim().split('-')[0] ?? '',
        weight: quality === undefined ? 1 : Number(quality),
        index,
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.index - other.index);
  for (const { language } of wanted) {
    const known = languages.find((one) => one === language);
    if (known) return known;
    if (language === '*') return 'en';
  }
  return 'en';
}
