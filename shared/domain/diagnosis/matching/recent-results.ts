/** Texts that are kept, and UTF-16 units of all of them together. */
const maxTexts = 5000;
const maxUnits = 1_000_000;

/**
 * The same function, which keeps its recent results: a record fails with the same text run after run, and an expired
 * secret fails every record with one text. When it holds too much it forgets all.
 */
export function keepingRecent<Result>(work: (text: string) => Result): (text: string) => Result {
  const recent = new Map<string, { readonly result: Result }>();
  let units = 0;
  return (text) => {
    const known = recent.get(text);
    if (known) return known.result;
    if (recent.size >= maxTexts || units + text.length > maxUnits) {
      recent.clear();
      units = 0;
    }
    const result = work(text);
    recent.set(text, { result });
    units += text.length;
    return result;
  };
}
