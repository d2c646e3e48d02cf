import { HttpRequest } from '@azure/functions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type HandlerAnswer, httpFunction } from '../../../shared/http/http-function.ts';
import { namesParameter, wordsParameter } from '../../../shared/http/list-parameters.ts';

const description = {
  id: 'probe',
  summary: 'A probe',
  method: 'GET',
  route: 'probe',
  scope: 'read',
  answers: { 200: { description: 'It worked', mediaTypes: ['text/csv'] } },
} as const;

const answerTo = (
  probe: ReturnType<typeof httpFunction<object>>,
  query = '',
  headers: Readonly<Record<string, string>> = {},
) =>
  probe.answer(
    {},
    new HttpRequest({ method: 'GET', url: `http://localhost/api/probe?${query}`, headers }),
    { name: 'somebody', scopes: [] },
    () => undefined,
  );

describe('query parameters', () => {
  const probe = httpFunction<object>({
    ...description,
    query: z.strictObject({
      company: namesParameter(z.string(), 'Company'),
      word: wordsParameter(z.string(), 'Word'),
      q: z.string().optional(),
      size: z.string().transform(Number).default(5),
    }),
    handle: (_services, { query }) => ({ status: 200, body: query }),
  });

  it.each([
    { query: '', found: { size: 5 } },
    { query: 'company=a&company=b', found: { company: ['a', 'b'], size: 5 } },
    { query: 'company=a,b&company=c', found: { company: ['a,b', 'c'], size: 5 } },
    { query: 'word=a,b&word=c', found: { word: ['a', 'b', 'c'], size: 5 } },
    { query: 'company=CRONUS+USA%2C+Inc.', found: { company: ['CRONUS USA, Inc.'], size: 5 } },
    { query: 'q=a%20b,c&size=7&code=key&ClientId=app', found: { q: 'a b,c', size: 7 } },
  ])('$query is read as $found', async ({ query, found }) => {
    expect((await answerTo(probe, query)).body).toEqual(found);
  });

  it.each([
    { query: 'q=a&q=b', parameter: 'q', detail: 'Can be given only once' },
    { query: 'size=1&size=2', parameter: 'size', detail: 'Can be given only once' },
    { query: '__proto__=x', parameter: '__proto__', detail: 'Unknown: "__proto__"' },
    { query: 'colour=red', parameter: 'colour', detail: 'Unknown: "colour"' },
  ])('$query is refused', async ({ query, parameter, detail }) => {
    await expect(answerTo(probe, query)).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ parameter, detail }],
    });
  });
});

describe('headers of an answer', () => {
  const probe = (translated: boolean, answer: HandlerAnswer) =>
    httpFunction<object>({ ...description, translated, handle: () => answer });
  const dutch = { 'accept-language': 'nl' };

  it.each([
    {
      name: 'a translated one',
      translated: true,
      answer: { status: 200, body: {} },
      headers: { 'content-language': 'nl', vary: 'Accept, Accept-Language' },
    },
    {
      name: 'a translated one that is not JSON',
      translated: true,
      answer: { status: 200, bytes: new Uint8Array() },
      headers: { 'content-language': 'nl', vary: 'Accept, Accept-Language' },
    },
    {
      name: 'one that is not translated',
      translated: false,
      answer: { status: 200, body: {}, headers: { etag: '"1"' } },
      headers: { vary: 'Accept', etag: '"1"' },
    },
    { name: 'another status', translated: false, answer: { status: 404, body: {} }, headers: {} },
  ])('say what it depends on: $name', async ({ translated, answer, headers }) => {
    expect((await answerTo(probe(translated, answer), '', dutch)).headers).toEqual(headers);
  });
});
