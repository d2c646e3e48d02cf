import * as z from 'zod';

const description = z.looseObject({
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/**
 * The same description, in which every object with properties is a component. One without a name gets that of
 * the component it is in and of its property, such as `SettingsSnapshotGraph`: generators of clients make up worse ones.
 */
export function withNamedObjects(document: object): object {
  const { components, ...rest } = description.parse(document);
  const schemas: Record<string, unknown> = {};

  const named = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => named(one, name));
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'properties' ? namedProperties(part, name) : isData(key) ? part : named(part, name),
      ]),
    );
    if (copy['type'] !== 'object' || !('properties' in copy)) return copy;
    if (name in schemas) throw new Error(`Two schemas would be called ${name}; give one an id`);
    const { description: text, ...schema } = copy;
    schemas[name] = schema;
    return { $ref: `#/components/schemas/${name}`, ...(text === undefined ? {} : { description: text }) };
  };

  const namedProperties = (properties: unknown, parent: string): unknown =>
    Object.fromEntries(
      Object.entries(z.record(z.string(), z.unknown()).parse(properties)).map(([name, schema]) => [
        name,
        named(schema, `${parent}${name.charAt(0).toUpperCase()}${name.slice(1)}`),
      ]),
    );

  for (const [name, schema] of Object.entries(components.schemas)) {
    const { properties, ...others } = z.looseObject({ properties: z.unknown().optional() }).parse(schema);
    const rest = z.record(z.string(), z.unknown()).parse(named({ ...others, type: undefined }, name));
    schemas[name] = {
      ...rest,
      ...(others['type'] === undefined ? {} : { type: others['type'] }),
      ...(properties === undefined ? {} : { properties: namedProperties(properties, name) }),
    };
  }
  return { ...rest, components: { ...components, schemas } };
}

/** Whether the value of a keyword is data and not a schema. */
function isData(keyword: string): boolean {
  return ['example', 'examples', 'default', 'const', 'enum', 'required', 'if'].includes(keyword);
}
