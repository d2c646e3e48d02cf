/** Languages in which titles, explanations and remedies exist; English is the fallback. */
export const languages = ['en', 'nl'] as const;
/** One of these languages. */
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Translated<Text = string> = Readonly<Record<Language, Text>>;
