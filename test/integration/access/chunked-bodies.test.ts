import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticationModes } from '../../../shared/domain/authentication-mode.ts';
import { rolesByScope } from '../../../shared/http/principal.ts';
import { type RunningApp, startApp } from '../../support/app.ts';
import { entraSettings, signedIn } from '../../support/principal.ts';
import { aReportBody } from '../../support/reports.ts';

const headers = signedIn({ roles: Object.values(rolesByScope) });

/** A request without a Content-Length. */
function chunked(text: string, mediaType: string): RequestInit {
  const body = new Blob([text]).stream();
  return { method: 'POST', headers: { ...headers, 'content-type': mediaType }, body, duplex: 'half' };
}

describe.each(authenticationModes)('with AUTH=%s', (AUTH) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ settings: { ...entraSettings, AUTH } });
  });
  afterAll(() => app?.close());

  it.each([
    { name: 'a report', path: 'errors', mediaType: 'application/json' },
    { name: 'reports as NDJSON', path: 'errors', mediaType: 'application/x-ndjson' },
    { name: 'a clean-up', path: 'cleanups', mediaType: 'application/json' },
    { name: 'a snapshot, which may be left out', path: 'validations', mediaType: 'application/json' },
  ])('a body in chunks is refused, not read as no body: $name', async ({ path, mediaType }) => {
    const response = await app.call(path, chunked(JSON.stringify(aReportBody()), mediaType));
    expect(response.status).toBe(411);
    expect(await response.json()).toMatchObject({
      code: 'length-required',
      detail: expect.stringContaining('Content-Length'),
    });
  });

  it('a body with its length arrives, and an optional one may be missing', async () => {
    const body = JSON.stringify(aReportBody());
    const reported = await app.call('errors', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    expect(reported.status).toBe(201);
    expect((await app.call('validations', { method: 'POST', headers })).status).toBe(200);
  });

  it('a CSV is sent with its length, not in chunks', async () => {
    const response = await app.call('errors', { headers: { ...headers, accept: 'text/csv' } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).split('\r\n')).toHaveLength(3);
  });
});
