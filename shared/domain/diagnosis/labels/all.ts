import { danishLabels } from './da.ts';
import { germanLabels } from './de.ts';
import { spanishLabels } from './es.ts';
import { frenchLabels } from './fr.ts';
import { italianLabels } from './it.ts';
import { norwegianLabels } from './nb.ts';
import { dutchLabels } from './nl.ts';
import { portugueseLabels } from './pt.ts';
import { swedishLabels } from './sv.ts';
import type { TranslatedLabels } from './translated-labels.ts';

/** The labels of every language but English, in the order in which a rule tries them. */
export function translatedLabels(): readonly TranslatedLabels[] {
  return [
    ...[dutchLabels(), germanLabels(), frenchLabels(), spanishLabels(), danishLabels()],
    ...[italianLabels(), swedishLabels(), norwegianLabels(), portugueseLabels()],
  ];
}
