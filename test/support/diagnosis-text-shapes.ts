import { type Cause, causes, type Resolver } from '../../shared/domain/diagnosis/cause.ts';
import { defaultResolver } from '../../shared/domain/diagnosis/default-resolver.ts';

/** A text as it may arrive, and what it means. */
export type LabelledText = readonly [message: string, cause: Cause, resolver: Resolver];

/** As Business Central wraps the error of a failed step; it strips the dots at the end. */
export const wrapped = (table: string, inner: string) =>
  `Modifying ${table} failed because of the following error: ${inner.replace(/\.+$/, '')}.`;

/** As a field of so many characters keeps it. */
export const cutAt = (length: number, text: string) => text.slice(0, length);

/** Texts listed under their causes, each with the resolver that its cause has by default. */
export const byCause = (
  texts: Partial<Readonly<Record<Cause, readonly string[]>>>,
): readonly LabelledText[] =>
  causes.flatMap((cause) =>
    (texts[cause] ?? []).map((message): LabelledText => [message, cause, defaultResolver[cause]]),
  );
