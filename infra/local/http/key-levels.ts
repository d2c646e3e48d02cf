import * as z from 'zod';

/** Keys that a host asks for; without any, all levels are open, as under `func start`. */
export interface Keys {
  /** Opens everything, the admin endpoints included. */
  readonly master: string;
  /** Opens every function. */
  readonly default?: string;
  /** The key of each function, by its name; it opens that function only. */
  readonly functions?: Readonly<Record<string, string>>;
}

/** Who asks: `name` is absent for the host's own admin endpoints. */
export interface KeyedRequest {
  readonly level: string;
  readonly name?: string;
  readonly header: string | undefined;
  readonly query: string | undefined;
}

/** Whether the key of a request reaches the level that it asks for; the header goes before `?code=`. */
export function isAllowed(keys: Keys | undefined, { level, name, header, query }: KeyedRequest): boolean {
  const asked = level.toLowerCase();
  if (keys === undefined || asked === 'anonymous') return true;
  const key = header || query;
  if (!key) return false;
  if (key === keys.master) return true;
  if (asked === 'admin') return false;
  const ownKey = Object.entries(keys.functions ?? {}).find(
    ([owner]) => owner.toLowerCase() === name?.toLowerCase(),
  )?.[1];
  return key === keys.default || key === ownKey;
}

const keySet = z.object({
  master: z.string().min(1),
  default: z.string().min(1).exactOptional(),
  functions: z.record(z.string(), z.string().min(1)).exactOptional(),
});

/** Reads keys from the JSON text of the setting LOCAL_KEYS; none where it is empty. Throws when they are none. */
export function parseKeys(text: string | undefined): Keys | undefined {
  if (!text) return undefined;
  const parsed = keySet.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    'LOCAL_KEYS is not a JSON object with texts: {"master": …, "default": …, "functions": {name: …}}',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
