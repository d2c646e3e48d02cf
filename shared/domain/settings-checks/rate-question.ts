import type { FindingTexts } from './texts/finding-texts.ts';

/** What the rules of currencies need besides the facts. */
export interface RateQuestion {
  /** Codes of currencies that open errors name. */
  readonly named: readonly string[];
  /** The day that counts, as `2026-11-22`. */
  readonly today: string;
  readonly texts: FindingTexts;
}
