import type { Language } from '../../language.ts';
import type { AlertTexts } from './alert-texts.ts';
import { enTexts } from './en.ts';
import { nlTexts } from './nl.ts';

/** What messages say, by language. */
export const alertTexts: Readonly<Record<Language, AlertTexts>> = { en: enTexts, nl: nlTexts };
