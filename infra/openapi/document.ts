import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiRequestBodyObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { httpFunctions } from '../../functions/http-functions.ts';
import { negotiationHeaders, type Operation } from '../../shared/http/operation.ts';
import { rolesByScope } from '../../shared/http/principal.ts';
import { examplesOf } from './examples.ts';
import { headerComponents, headersOf, headersOfBody } from './headers.ts';
import { withNamedObjects } from './named-objects.ts';
import { parametersOf } from './parameters.ts';
import { problemResponses } from './problem-responses.ts';

/** The OpenAPI 3.1 description of the app, as `GET /api/openapi.json` answers it. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of httpFunctions) {
    const path = `/${operation.route}`;
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) };
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')));
  const description: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: {
      title: 'Error desk',
      version,
      description:
        'The error desk of the Business Central – Dataverse integration: apps report synchronization errors, people list, diagnose and decide on them. A failure is `application/problem+json` (RFC 9457) with a stable `code`. Unknown parameters and fields are refused, and named in the answer.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api', description: 'The function app that serves this description' }],
    tags,
    paths,
    components: {
      headers: headerComponents,
      securitySchemes: {
        functionKey: {
          type: 'apiKey',
          in: 'header',
          name: 'x-functions-key',
          description: 'AUTH=keys: a key of the function, or the default or master key of the app',
        },
        functionKeyInQuery: {
          type: 'apiKey',
          in: 'query',
          name: 'code',
          description: 'AUTH=keys: the same key in the address; the header keeps it out of logs',
        },
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'AUTH=entra: a token of Microsoft Entra ID with the app role that the operation names',
        },
      },
    },
  };
  return withNamedObjects(
    createDocument(description, {
      override: ({ jsonSchema }) => {
        // The format says it already; the patterns have 300 characters.
        if (jsonSchema.format) delete jsonSchema.pattern;
        withoutConstantBoolean(jsonSchema);
      },
    }),
  );
}

/** Generators of clients stumble over a constant boolean. */
function withoutConstantBoolean(jsonSchema: { const?: unknown; not?: unknown }): void {
  if (typeof jsonSchema.const !== 'boolean') return;
  jsonSchema.not = { const: !jsonSchema.const };
  delete jsonSchema.const;
}

const tags = [
  { name: 'Errors', description: 'Report, list and delete error entries' },
  { name: 'Problems', description: 'What to do first: errors with one root cause, and decisions on them' },
  { name: 'Clean-ups', description: 'Delete many entries at once, and undo it' },
  { name: 'Diagnoses', description: 'The causes of texts, without storing them' },
  { name: 'Validations', description: 'The settings behind typical errors' },
  { name: 'Service', description: 'The app itself' },
];

const tagOfRoute: Readonly<Record<string, string>> = {
  errors: 'Errors',
  overview: 'Problems',
  problems: 'Problems',
  decisions: 'Problems',
  cleanups: 'Clean-ups',
  diagnoses: 'Diagnoses',
  validations: 'Validations',
};

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, summary, description, route, scope } = operation;
  const role = scope === 'public' || scope === 'signed-in' ? undefined : rolesByScope[scope];
  const access =
    scope === 'public'
      ? 'Open to anyone.'
      : `Needs a key of the function \`${id}\`, or ${role ? `the app role \`${role}\`` : 'a sign-in'}.`;
  const parameters = parametersOf(operation);
  const requestBody = requestBodyOf(operation);
  return {
    operationId: id,
    tags: [tagOfRoute[route.split('/')[0] ?? ''] ?? 'Service'],
    summary,
    description: [description, access].filter(Boolean).join('\n\n'),
    security:
      scope === 'public'
        ? []
        : [{ functionKey: [] }, { functionKeyInQuery: [] }, { entra: role ? [role] : [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: { ...answersOf(operation), ...problemResponses(operation) },
  };
}

function requestBodyOf({ id, body, method }: Operation): ZodOpenApiRequestBodyObject | undefined {
  const examples = (mediaType: string) => ({
    examples: Object.fromEntries(
      examplesOf(id)
        .requests.filter((one) => one.mediaType === mediaType)
        .map(({ name, summary, value }) => [name, { summary, value }]),
    ),
  });
  if (body.kind === 'none') return undefined;
  if (body.kind === 'json') {
    const schema =
      body.schema instanceof z.ZodOptional
        ? asType(body.schema.unwrap()).meta(body.schema.meta() ?? {})
        : body.schema;
    return {
      required: !body.optional,
      description: 'JSON in UTF-8, at most 10 MiB',
      content: {
        'application/json': { schema, ...examples('application/json') },
        ...(method === 'PATCH' ? { 'application/merge-patch+json': { schema } } : {}),
      },
    };
  }
  return {
    required: true,
    description: `An array, or NDJSON (one item on each line); at most ${body.max} items and 10 MiB, in UTF-8. One item alone needs no array.`,
    content: {
      'application/json': {
        // Not a union with one item: generated clients of some languages cannot send one.
        schema: z.array(body.item).min(1).max(body.max),
        ...examples('application/json'),
      },
      'application/x-ndjson': {
        schema: { type: 'string', description: 'One item as JSON on each line' },
        ...examples('application/x-ndjson'),
      },
    },
  };
}

function answersOf(operation: Operation): Record<string, ZodOpenApiResponseObject> {
  const { id, answers } = operation;
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, body, mediaTypes = [], headers = [] }]) => {
      const negotiation = Object.keys(negotiationHeaders(operation, { status: Number(status), body }, 'en'));
      const values = examplesOf(id).answers[status] ?? {};
      const example = (mediaType: string) =>
        values[mediaType] === undefined ? {} : { example: values[mediaType] };
      const content = {
        ...(body ? { 'application/json': { schema: body, ...example('application/json') } } : {}),
        ...Object.fromEntries(
          mediaTypes.map((type) => [type, { schema: fileSchema(type), ...example(type) }]),
        ),
      };
      return [
        status,
        {
          description,
          headers: headersOf([
            ...headers,
            ...negotiation,
            ...(body || mediaTypes.length > 0 ? headersOfBody : []),
          ]),
          ...(Object.keys(content).length > 0 ? { content } : {}),
        },
      ];
    }),
  );
}

function fileSchema(mediaType: string) {
  return mediaType.startsWith('text/')
    ? { type: 'string' as const }
    : { type: 'string' as const, format: 'binary' };
}

function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('Not a schema of zod');
}
