import type { FindingTexts } from './texts/finding-texts.ts';

/** Input of the currency rules in addition to the facts. */
export interface RateQuestion {
  /** Codes of currencies that open errors name. */
  readonly named: readonly string[];
  /** Such as `2026-11-22`. */
  readonly today: string;
  readonly texts: FindingTexts;
}
