import { businessDataTexts } from './diagnosis-texts/business-data.ts';
import { catalogueTexts } from './diagnosis-texts/catalogue.ts';
import { closedRecordTexts } from './diagnosis-texts/closed-records.ts';
import { couplingTexts } from './diagnosis-texts/coupling.ts';
import { currencyTexts } from './diagnosis-texts/currency.ts';
import { defectTexts } from './diagnosis-texts/defects.ts';
import { environmentTexts } from './diagnosis-texts/environment.ts';
import type { LabelledText } from './diagnosis-texts/labelled-text.ts';
import { lockTexts } from './diagnosis-texts/locks.ts';
import { everydayTexts } from './diagnosis-texts/near-misses/everyday.ts';
import { nameTexts } from './diagnosis-texts/near-misses/names.ts';
import { noErrorTexts } from './diagnosis-texts/near-misses/no-errors.ts';
import { noiseTexts } from './diagnosis-texts/near-misses/noise.ts';
import { otherProductTexts } from './diagnosis-texts/near-misses/other-products.ts';
import { quotationTexts } from './diagnosis-texts/near-misses/quotations.ts';
import { translatedNearMisses } from './diagnosis-texts/near-misses/translated.ts';
import { passingStateTexts } from './diagnosis-texts/passing-states.ts';
import { privilegeTexts } from './diagnosis-texts/privileges.ts';
import { recordTexts } from './diagnosis-texts/records.ts';
import { setupTexts } from './diagnosis-texts/setup.ts';
import { signInTexts } from './diagnosis-texts/sign-in.ts';
import { danishTexts } from './diagnosis-texts/translated/danish.ts';
import { dutchTexts } from './diagnosis-texts/translated/dutch.ts';
import { frenchTexts } from './diagnosis-texts/translated/french.ts';
import { germanTexts } from './diagnosis-texts/translated/german.ts';
import { spanishTexts } from './diagnosis-texts/translated/spanish.ts';
import { unitTexts } from './diagnosis-texts/units.ts';
import { userTexts } from './diagnosis-texts/users.ts';

/** Every labelled text. They were written from what the systems say, not from the rules. */
export const labelledTexts: readonly LabelledText[] = [
  ...couplingTexts,
  ...recordTexts,
  ...businessDataTexts,
  ...closedRecordTexts,
  ...unitTexts,
  ...currencyTexts,
  ...setupTexts,
  ...privilegeTexts,
  ...userTexts,
  ...signInTexts,
  ...environmentTexts,
  ...passingStateTexts,
  ...lockTexts,
  ...defectTexts,
  ...catalogueTexts,
  ...dutchTexts,
  ...germanTexts,
  ...frenchTexts,
  ...spanishTexts,
  ...danishTexts,
  ...noiseTexts,
  ...otherProductTexts,
  ...nameTexts,
  ...quotationTexts,
  ...noErrorTexts,
  ...everydayTexts,
  ...translatedNearMisses,
];
