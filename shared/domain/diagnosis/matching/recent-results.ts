/** Values that are kept, and UTF-16 units of all their keys together. */
const maxValues = 5000;
const maxUnits = 2_000_000;

/**
 * The same function, which keeps its recent results by a key: a record fails with the same text run after run. When it
 * holds too much it forgets all.
 */
export function keepingRecent<Value, Result>(
  work: (value: Value) => Result,
  keyOf: (value: Value) => string,
): (value: Value) => Result {
  const recent = new Map<string, { readonly result: Result }>();
  let units = 0;
  return (value) => {
    const key = keyOf(value);
    const known = recent.get(key);
    if (known) return known.result;
    if (recent.size >= maxValues || units + key.length > maxUnits) {
      recent.clear();
      units = 0;
    }
    const result = work(value);
    recent.set(key, { result });
    units += key.length;
    return result;
  };
}
