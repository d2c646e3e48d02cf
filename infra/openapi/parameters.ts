import * as z from 'zod';
import type { ZodOpenApiParameterObject } from 'zod-openapi';
import type { Operation } from '../../shared/http/operation.ts';

/** The parameters of an operation: of its route, its query, and the headers it reads. */
export function parametersOf(operation: Operation): ZodOpenApiParameterObject[] {
  return [
    ...Object.entries(operation.params.shape).map(([name, schema]) => parameter('path', name, schema)),
    ...Object.entries(operation.query.shape).map(([name, schema]) => parameter('query', name, schema)),
    ...headerParameters(operation),
  ];
}

function parameter(place: 'path' | 'query', name: string, schema: unknown): ZodOpenApiParameterObject {
  if (!(schema instanceof z.ZodType)) throw new Error(`The parameter ${name} has no schema`);
  const { type: inner, required, fallback } = innerType(schema);
  const description = schema.description ?? inner.description;
  if (!description) throw new Error(`The parameter ${name} has no description`);
  const { $schema: _, ...json } = z.toJSONSchema(inner, { io: 'input' });
  const isList = inner instanceof z.ZodArray;
  return {
    in: place,
    name,
    description,
    required: place === 'path' || required,
    ...(isList ? { style: 'form', explode: schema.meta()?.['separator'] !== 'comma' } : {}),
    schema: { ...withoutMeta(json), ...(fallback === undefined ? {} : { default: fallback }) },
  };
}

/** The type that the text of a parameter stands for: a list for `a,b`, a number for `50`. */
function innerType(schema: z.ZodType): { type: z.ZodType; required: boolean; fallback?: number | string } {
  if (schema instanceof z.ZodDefault) {
    const fallback: unknown = schema.def.defaultValue;
    const { type } = innerType(asType(schema.unwrap()));
    return typeof fallback === 'number' || typeof fallback === 'string'
      ? { type, required: false, fallback }
      : { type, required: false };
  }
  if (schema instanceof z.ZodOptional) return { ...innerType(asType(schema.unwrap())), required: false };
  if (schema instanceof z.ZodPipe && !(schema.out instanceof z.ZodTransform))
    return innerType(asType(schema.out));
  return { type: schema, required: true };
}

function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('Not a schema of zod');
}

/** Without the description, which the parameter has itself, and the id, which would name a component. */
function withoutMeta({ description: _, id: __, ...json }: Record<string, unknown>): Record<string, unknown> {
  return json;
}

function headerParameters({ translated, problems }: Operation): ZodOpenApiParameterObject[] {
  return [
    ...(translated
      ? [
          {
            in: 'header' as const,
            name: 'Accept-Language',
            description: 'Language of titles and explanations: en (default) or nl',
            schema: { type: 'string' as const },
            example: 'nl-NL, en;q=0.8',
          },
        ]
      : []),
    ...(problems.includes('precondition-failed')
      ? [
          {
            in: 'header' as const,
            name: 'If-Match',
            description: 'The ETag of the problem as you saw it; a decision taken since is a 412',
            schema: { type: 'string' as const },
            example: '"1"',
          },
        ]
      : []),
  ];
}
