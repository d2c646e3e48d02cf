interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where a key leads from an open error: Alt with an arrow, or a single letter.
 * @param lettersCount Whether single letters do something.
 */
export function stepOfKey(
  { key, altKey, ctrlKey, metaKey }: Key,
  lettersCount: boolean,
): 'previous' | 'next' | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return arrows[key];
  return lettersCount ? letters[key] : undefined;
}

type Steps = Readonly<Record<string, 'previous' | 'next'>>;
const arrows: Steps = { ArrowDown: 'next', ArrowUp: 'previous' };
const letters: Steps = { j: 'next', k: 'previous' };
