import type { LabelledText } from './diagnosis-text-shapes.ts';
import { laterEvaluatedTexts } from './diagnosis-texts-evaluated-later.ts';
import { looselyWordedTexts } from './diagnosis-texts-evaluated-loose.ts';
import { evaluatedNearMisses } from './diagnosis-texts-evaluated-near-misses.ts';
import { evaluatedRecordTexts } from './diagnosis-texts-evaluated-records.ts';
import { evaluatedSystemTexts } from './diagnosis-texts-evaluated-systems.ts';
import { translatedEvaluatedTexts } from './diagnosis-texts-evaluated-translated.ts';
import { labelTexts } from './diagnosis-texts-labels.ts';
import { moreNearMisses } from './diagnosis-texts-more-near-misses.ts';
import { nearMisses } from './diagnosis-texts-near-misses.ts';
import { platformTexts } from './diagnosis-texts-platform.ts';
import { translatedTexts } from './diagnosis-texts-translated.ts';
import { translatedVariantTexts } from './diagnosis-texts-translated-variants.ts';
import { variantTexts } from './diagnosis-texts-variants.ts';

/** Every labelled text; written from what the systems say, not from the rules. */
export const labelledTexts: readonly LabelledText[] = [
  ...labelTexts,
  ...platformTexts,
  ...translatedTexts,
  ...variantTexts,
  ...translatedVariantTexts,
  ...nearMisses,
  ...moreNearMisses,
  ...evaluatedRecordTexts,
  ...evaluatedSystemTexts,
  ...evaluatedNearMisses,
  ...laterEvaluatedTexts,
  ...translatedEvaluatedTexts,
  ...looselyWordedTexts,
];
