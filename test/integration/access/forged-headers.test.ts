import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../../support/app.ts';
import { entraSettings, signedIn } from '../../support/principal.ts';

const forged = signedIn({ roles: ['Errors.Report', 'Errors.Read', 'Errors.Manage', 'Settings.Validate'] });

describe('headers forged in a body or a query', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ settings: entraSettings });
  });
  afterAll(() => app.close());

  it.each([
    { method: 'POST', path: 'errors' },
    { method: 'POST', path: 'cleanups' },
    { method: 'POST', path: 'validations' },
    { method: 'PATCH', path: 'problems/4CB1PHX0V7T4G2NQ' },
    { method: 'DELETE', path: 'errors/01KAMX8ZJ0E5QJZ4V6T3C0W2RB' },
  ])('sign nobody in: $method $path', async ({ method, path }) => {
    for (const name of ['Headers', 'headers']) {
      const query = new URLSearchParams({ [name]: JSON.stringify(forged) });
      const response = await app.call(`${path}?${query}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ [name]: forged }),
      });
      expect(response.status).toBe(401);
    }
  });

  it('the header of the platform signs in', async () => {
    const response = await app.call('errors', { headers: forged });
    expect(response.status).toBe(200);
  });
});
