import type { Operation } from '../../shared/http/operation.ts';
import type { RunningApp } from './app.ts';

/** An id for each kind of thing, by the first segment of its route. */
export type Ids = Readonly<Record<string, string>>;

/** Well-formed ids of things that do not exist. */
export const unknownIds: Ids = {
  errors: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
  problems: '4CB1PHX0V7T4G2NQ',
  cleanups: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
  decisions: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
};

/** Calls an operation on the thing with this id. A body is not JSON, so that nothing is changed. */
export function callMalformed(
  app: RunningApp,
  { method, route }: Operation,
  ids: Ids,
  { query = '', headers = {} }: { query?: string; headers?: Readonly<Record<string, string>> },
): Promise<Response> {
  const path = route
    .replace('{id}', ids[route.split('/')[0] ?? ''] ?? '')
    .replace('{record}', '0123456789abcdef');
  const body = method === 'GET' ? {} : { body: 'no JSON' };
  const contentType = method === 'GET' ? {} : { 'content-type': 'application/json' };
  return app.call(`${path}${query}`, { method, headers: { ...headers, ...contentType }, ...body });
}
