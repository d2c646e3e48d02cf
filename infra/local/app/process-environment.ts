/** Puts settings into the environment of the process and gives the way back. `undefined` takes a variable out. */
export function applyEnvironment(settings: Readonly<Record<string, string | undefined>>): () => void {
  const changed = Object.entries(settings).filter(([name, value]) => process.env[name] !== value);
  const before = changed.map(([name]) => [name, process.env[name]] as const);
  for (const [name, value] of changed) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

function set(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
