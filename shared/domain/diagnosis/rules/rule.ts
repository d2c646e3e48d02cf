import type { Cause, Resolver } from '../causes.ts';
import type { DiagnosisSubject } from '../diagnosis.ts';

/** The values of a label's placeholders, spelled as in the message. */
export type Captures = Readonly<Record<string, string>>;

/**
 * How one kind of text is recognized, and what it means.
 *
 * A label is written as the system writes it. `{name}` is a placeholder whose value a rule uses, `{}` one whose value
 * it does not use, `(row|record)` lists spellings. Case and accents do not count.
 */
export interface Rule<Name extends string = string> {
  readonly name: Name;
  readonly cause: Cause;
  /** Only where the text names another resolver than the cause has by default. */
  readonly resolver?: Resolver;
  /**
   * `label`: the text begins with it, and at most another sentence follows. `fault`: it may occur anywhere, but does
   * not count where the text around it names another product or only quotes it.
   */
  readonly kind: 'label' | 'fault';
  /** In English; the other languages are in `labels/`. */
  readonly labels: readonly string[];
  /** Tells two problems of this rule apart; without it the key is empty. */
  readonly key?: (captures: Captures, subject: DiagnosisSubject) => string;
  /** Checks the captured values; after `false` the next rule is tried. */
  readonly accepts?: (captures: Captures) => boolean;
  /** Texts that this rule must recognize. */
  readonly examples: readonly string[];
  /** Similar texts that this rule must not recognize. */
  readonly nearMisses: readonly string[];
}

/** Gives rules as a function, so that they are built when first used, and keeps their names as types. */
export function defineRules<const Name extends string>(
  build: () => readonly Rule<Name>[],
): () => readonly Rule<Name>[] {
  return build;
}
