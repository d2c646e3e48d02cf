/**
 * Words of JSON Schema for what a check between properties refuses, to be put below `not` in a description: generators of
 * clients do not look there, while properties beside `oneOf` get lost in some of them.
 */
export type DescribedRule = Readonly<Record<string, unknown>>;

/** Objects with all of these properties. */
export function has(...names: readonly string[]): DescribedRule {
  return { required: names, properties: Object.fromEntries(names.map((name) => [name, {}])) };
}

/** Objects with none of these properties. */
export function hasNone(...names: readonly string[]): DescribedRule {
  return { allOf: names.map((name) => ({ not: has(name) })) };
}
