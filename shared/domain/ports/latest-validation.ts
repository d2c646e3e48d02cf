import type { Translated } from '../language.ts';
import type { Validation } from '../settings-checks/finding.ts';

/** Keeps the last validation in every language: who reads it may speak another one than who asked for it. */
export interface LatestValidation {
  /** Replaces the one before. */
  save(validation: Translated<Validation>): Promise<void>;
  /** Undefined until the first one. */
  get(): Promise<Translated<Validation> | undefined>;
}
