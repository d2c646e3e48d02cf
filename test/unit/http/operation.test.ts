import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { decideProblemOperation } from '../../../functions/decide-problem.ts';
import type { listErrorsOperation } from '../../../functions/list-errors.ts';
import type { Cause } from '../../../shared/domain/diagnosis/causes.ts';
import type { Decision } from '../../../shared/domain/problems/decision.ts';
import { type HandlerAnswer, httpFunction } from '../../../shared/http/http-function.ts';
import { noBody, noParameters, operation } from '../../../shared/http/operation.ts';

const described = operation({
  id: 'example',
  summary: 'An example',
  method: 'POST',
  route: 'examples/{id}',
  scope: 'read',
  params: z.strictObject({ id: z.string() }),
  query: z.strictObject({ size: z.string().transform(Number).default(5) }),
  body: { kind: 'json', schema: z.strictObject({ at: z.string().transform((text) => new Date(text)) }) },
  answers: { 200: { description: 'Done' } },
  problems: ['not-found'],
});

describe('an operation types its handler', () => {
  it('by what its schemas give, not by what is sent', () => {
    httpFunction(described, ({ params, query, body, items, language, caller }) => {
      expectTypeOf(params).toEqualTypeOf<{ id: string }>();
      expectTypeOf(query).toEqualTypeOf<{ size: number }>();
      expectTypeOf(body).toEqualTypeOf<{ at: Date }>();
      expectTypeOf(items).items.toExtend<{ readonly value: unknown } | { readonly unreadable: string }>();
      expectTypeOf(language).toEqualTypeOf<'en' | 'nl'>();
      expectTypeOf(caller).toBeString();
      return Promise.resolve({ status: 200 });
    });
  });

  it('without a body has none, and no parameters but its own', () => {
    const bare = { ...described, params: noParameters, query: noParameters, body: noBody };
    httpFunction(operation(bare), ({ body, params, query }) => {
      expectTypeOf(body).toBeUndefined();
      expectTypeOf(params).toEqualTypeOf<Record<string, never>>();
      expectTypeOf(query).toEqualTypeOf<Record<string, never>>();
      return Promise.resolve({ status: 204 });
    });
  });

  it('asks for an answer with a status', () => {
    expectTypeOf<{ body: unknown }>().not.toExtend<HandlerAnswer>();
    expectTypeOf<{ status: 200; body: unknown }>().toExtend<HandlerAnswer>();
  });

  it('of the app: filters are lists, times are dates, and decisions are statuses', () => {
    type Query = z.output<typeof listErrorsOperation.query>;
    expectTypeOf<Query['cause']>().toEqualTypeOf<Cause[] | undefined>();
    expectTypeOf<Query['since']>().toEqualTypeOf<Date | undefined>();
    expectTypeOf<Query['maxpagesize']>().toEqualTypeOf<number>();
    type Body = z.output<typeof decideProblemOperation.body.schema>;
    expectTypeOf<Body['status']>().toEqualTypeOf<Decision['status'] | undefined>();
    expectTypeOf<Body['until']>().toEqualTypeOf<Date | undefined>();
  });
});
