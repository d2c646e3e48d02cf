import type { Cause, Resolver } from '../cause.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';

/** Languages in which Business Central's labels are known here. */
export const labelLanguages = ['en', 'nl', 'de', 'fr', 'es', 'da'] as const;

/** One of these languages. */
export type LabelLanguage = (typeof labelLanguages)[number];

/** What the placeholders of a label stood for, in the writing of the message. */
export type Captures = Readonly<Record<string, string>>;

/**
 * How one kind of text is recognized, and what it means.
 *
 * A label is written as the system writes it: `{name}` is a placeholder, `{}` one that nobody asks for, and
 * `(row|record)` lists spellings. Case and accents do not count.
 */
export interface Rule {
  readonly name: string;
  readonly cause: Cause;
  /** Only where the text says another one than the default of the cause. */
  readonly resolver?: Resolver;
  /**
   * `label`: the text begins with it and goes on with another sentence at most. `fault`: it may stand anywhere, and
   * counts only if nothing around it says that another product failed or that somebody merely quotes it.
   */
  readonly kind: 'label' | 'fault';
  readonly labels: Partial<Readonly<Record<LabelLanguage, readonly string[]>>>;
  /** What tells two problems of this rule apart; without it the key is empty. */
  readonly key?: (captures: Captures, subject: DiagnosisSubject) => string;
  /** A last look at what was captured; `false` lets the next rule try. */
  readonly accepts?: (captures: Captures) => boolean;
  /** Texts this rule must recognize. */
  readonly examples: readonly string[];
  /** Texts that look alike and must not be recognized by this rule. */
  readonly nearMisses: readonly string[];
}
