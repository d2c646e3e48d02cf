import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { decideProblem } from '../../../functions/decide-problem.ts';
import type { listErrors } from '../../../functions/list-errors.ts';
import type { Cause } from '../../../shared/domain/diagnosis/causes.ts';
import type { Decision } from '../../../shared/domain/problems/decision.ts';
import { type HandlerAnswer, httpFunction } from '../../../shared/http/http-function.ts';

const bare = {
  id: 'example',
  summary: 'An example',
  method: 'POST',
  route: 'examples/{id}',
  scope: 'read',
  answers: { 200: { description: 'Done' } },
} as const;

describe('an operation types its handler', () => {
  it('by what its schemas give, not by what is sent', () => {
    httpFunction({
      ...bare,
      params: z.strictObject({ id: z.string() }),
      query: z.strictObject({ size: z.string().transform(Number).default(5) }),
      body: { kind: 'json', schema: z.strictObject({ at: z.string().transform((text) => new Date(text)) }) },
      handle: (services: { readonly name: string }, { params, query, body, items, language, caller }) => {
        expectTypeOf(services.name).toBeString();
        expectTypeOf(params).toEqualTypeOf<{ id: string }>();
        expectTypeOf(query).toEqualTypeOf<{ size: number }>();
        expectTypeOf(body).toEqualTypeOf<{ at: Date }>();
        expectTypeOf(items).items.toExtend<{ readonly value: unknown } | { readonly unreadable: string }>();
        expectTypeOf(language).toEqualTypeOf<'en' | 'nl'>();
        expectTypeOf(caller).toBeString();
        return { status: 200 };
      },
    });
  });

  it('without a body and parameters where it describes none', () => {
    httpFunction({
      ...bare,
      handle: (_services, { body, params, query }) => {
        expectTypeOf(body).toBeUndefined();
        expectTypeOf(params).toEqualTypeOf<Record<string, never>>();
        expectTypeOf(query).toEqualTypeOf<Record<string, never>>();
        return { status: 204 };
      },
    });
  });

  it('and requires an answer with a status', () => {
    expectTypeOf<{ body: unknown }>().not.toExtend<HandlerAnswer>();
    expectTypeOf<{ status: 200; body: unknown }>().toExtend<HandlerAnswer>();
  });

  it('in the app: filters are lists, times are dates, and decisions are statuses', () => {
    type Query = z.output<typeof listErrors.query>;
    expectTypeOf<Query['cause']>().toEqualTypeOf<Cause[] | undefined>();
    expectTypeOf<Query['since']>().toEqualTypeOf<Date | undefined>();
    expectTypeOf<Query['maxpagesize']>().toEqualTypeOf<number>();
    type Body = z.output<Extract<typeof decideProblem.body, { kind: 'json' }>['schema']>;
    expectTypeOf<Body['status']>().toEqualTypeOf<Decision['status'] | undefined>();
    expectTypeOf<Body['until']>().toEqualTypeOf<Date | undefined>();
  });
});
