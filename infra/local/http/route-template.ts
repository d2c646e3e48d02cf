/** Gives the values of the parameters in a path, or `undefined` where the path does not match. */
export type RouteTemplate = (path: string) => Record<string, string> | undefined;

/**
 * Reads a route template of literals and `{name}` parameters. Literals ignore case, as in the real host. Throws for
 * anything else that ASP.NET Core knows: constraints, optional and catch-all parameters, defaults, mixed segments.
 */
export function parseRouteTemplate(template: string): RouteTemplate {
  const segments = template.split('/').map((text) => parseSegment(text, template));
  const names = segments.flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()]));
  if (new Set(names).size < names.length) throw new Error(`The route "${template}" names a parameter twice`);
  return (path) => {
    // One slash at the end does not count.
    const parts = path.replace(/^\//, '').replace(/\/$/, '').split('/');
    if (parts.length !== segments.length) return undefined;
    const values: [string, string][] = [];
    for (const [index, { literal, name }] of segments.entries()) {
      const part = parts[index] ?? '';
      if (name !== undefined && part !== '') values.push([name, part]);
      else if (part.toLowerCase() !== literal?.toLowerCase()) return undefined;
    }
    return Object.fromEntries(values);
  };
}

function parseSegment(text: string, template: string): { literal?: string; name?: string } {
  const name = /^\{(\w+)\}$/.exec(text)?.[1];
  if (name !== undefined) return { name };
  if (text !== '' && !/[{}?*~]/.test(text)) return { literal: text };
  throw new Error(`The local host takes only literals and {name} parameters, not the route "${template}"`);
}
