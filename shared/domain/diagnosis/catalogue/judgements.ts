import { type Cause, causes, type Resolver, resolvers } from '../causes.ts';

/** What the catalogue says of a text or a code; `resolver` only where the cause has another by default. */
export interface Judgement {
  readonly cause: Cause;
  readonly resolver: Resolver | undefined;
}

/**
 * Reads "throttled" or "throttled wait", as the data of the catalogue spells it.
 *
 * @throws Error if the first word is no cause
 */
export function judgementOf(text: string): Judgement {
  const [first, second] = text.split(' ');
  const cause = causes.find((name) => name === first);
  if (!cause) throw new Error(`The catalogue names a cause that does not exist: ${text}`);
  return { cause, resolver: resolvers.find((name) => name === second) };
}

/** Codes by judgement, as one text → a map of the codes. */
export function codesOf(data: string): ReadonlyMap<string, Judgement> {
  return new Map(
    data.split('\n').flatMap((line) => {
      const [judgement = '', codes = ''] = line.split(': ');
      const parsed = judgementOf(judgement);
      return codes.split(' ').map((code): [string, Judgement] => [code, parsed]);
    }),
  );
}
