export const languages = ['en', 'nl'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

const storageName = 'error-desk-language';

/** The language to begin with: of the address, of the last choice, of the browser, else English. */
export function firstLanguage(ofAddress: string | undefined): Language {
  const candidates = [
    ofAddress,
    localStorage.getItem(storageName),
    ...navigator.languages.map((tag) => tag.split('-')[0]),
  ];
  return candidates.find(isLanguage) ?? 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(storageName, language);
}
