import type { Translated } from '../language.ts';
import type { Validation, ValidationSource } from '../settings-checks/finding.ts';

/**
 * Keeps the last validation of each source, in every language: its readers may speak another one than the caller who
 * asked for it.
 */
export interface LatestValidation {
  /**
   * Replaces the last one of the same source; one that the timer ran is kept apart too.
   * @throws {AppError} payload-too-large
   */
  save(
    source: ValidationSource,
    validation: Translated<Validation>,
    options?: { readonly isScheduled: boolean },
  ): Promise<void>;
  /** Undefined until the first one of this source. */
  get(source: ValidationSource): Promise<Translated<Validation> | undefined>;
  /** The last live one that the timer ran. */
  scheduled(): Promise<Translated<Validation> | undefined>;
}
