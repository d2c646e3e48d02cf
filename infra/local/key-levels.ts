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

/** Reads keys from the JSON text of a setting. Throws when it is not an object with a master key. */
export function parseKeys(text: string | undefined): Keys | undefined {
  if (!text) return undefined;
  const keys: unknown = JSON.parse(text);
  if (typeof keys !== 'object' || keys === null || !('master' in keys) || typeof keys.master !== 'string')
    throw new Error('LOCAL_KEYS is not a JSON object with a "master" key');
  const own = 'functions' in keys ? stringsOf(keys.functions) : undefined;
  return {
    master: keys.master,
    ...('default' in keys && typeof keys.default === 'string' ? { default: keys.default } : {}),
    ...(own ? { functions: own } : {}),
  };
}

function stringsOf(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
