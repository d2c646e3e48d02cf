import type { RuleName } from '../rules/all.ts';

/** The labels of one language under the names of their rules; a name that no rule has does not compile. */
export type TranslatedLabels = Readonly<Partial<Record<RuleName, readonly string[]>>>;
