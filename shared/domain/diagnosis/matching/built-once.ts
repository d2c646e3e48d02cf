/** Gives what `build` makes, built at the first call only, so that loading a module costs nothing. */
export function builtOnce<Value extends object>(build: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= build();
    return value;
  };
}
