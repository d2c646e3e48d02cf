/** Languages of titles, explanations and remedies. English is the fallback. */
export const languages = ['en', 'nl'] as const;
/** One of {@link languages}. */
export type Language = (typeof languages)[number];

/** A text in every language. */
export type Translated<Text = string> = Readonly<Record<Language, Text>>;
