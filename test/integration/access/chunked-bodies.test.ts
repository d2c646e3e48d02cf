import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesByScope } from '../../../shared/http/principal.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { signedIn } from '../../support/principal.ts';
import { aReportBody } from '../../support/reports.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ settings: { AUTH: 'entra' } });
});
afterAll(() => app?.close());

const headers = signedIn({ roles: Object.values(rolesByScope) });

/** A body without a length. */
function chunked(text: string, mediaType: string): RequestInit {
  const body = new Blob([text]).stream();
  return { method: 'POST', headers: { ...headers, 'content-type': mediaType }, body, duplex: 'half' };
}

describe('a body in chunks, which the host drops with AUTH=entra', () => {
  it.each([
    { name: 'a report', path: 'errors', mediaType: 'application/json' },
    { name: 'reports as NDJSON', path: 'errors', mediaType: 'application/x-ndjson' },
    { name: 'a clean-up', path: 'cleanups', mediaType: 'application/json' },
    { name: 'a snapshot, which may be left out', path: 'validations', mediaType: 'application/json' },
  ])('is refused with what to do, and not taken for none: $name', async ({ path, mediaType }) => {
    const response = await app.call(path, chunked(JSON.stringify(aReportBody()), mediaType));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid-json',
      detail: expect.stringContaining('Content-Length'),
    });
  });
});

it('with its length a body arrives, and a body may be missing where it is optional', async () => {
  const body = JSON.stringify(aReportBody());
  const reported = await app.call('errors', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  expect(reported.status).toBe(201);
  expect((await app.call('validations', { method: 'POST', headers })).status).toBe(200);
});

it('a CSV leaves whole', async () => {
  const response = await app.call('errors', { headers: { ...headers, accept: 'text/csv' } });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect((await response.text()).split('\r\n')).toHaveLength(3);
});
