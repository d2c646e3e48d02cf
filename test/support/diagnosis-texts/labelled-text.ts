import { type Cause, causes, causeTable, type Resolver } from '../../../shared/domain/diagnosis/causes.ts';

/** A text as it may arrive, and its diagnosis. */
export type LabelledText = readonly [message: string, cause: Cause, resolver: Resolver];

/** Texts listed under their causes, with the default resolver of the cause. */
export const byCause = (
  texts: Partial<Readonly<Record<Cause, readonly string[]>>>,
): readonly LabelledText[] =>
  causes.flatMap((cause) =>
    (texts[cause] ?? []).map((message): LabelledText => [message, cause, causeTable[cause].resolver]),
  );
