import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../../support/app.ts';
import { entraSettings, signedIn } from '../../support/principal.ts';

const everyRole = signedIn({ roles: ['Errors.Report', 'Errors.Read', 'Errors.Manage', 'Settings.Validate'] });

describe('AUTH=entra, a request from a page', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ settings: { ...entraSettings, DESK_WEB_URL: 'https://desk.example' } });
  });
  afterAll(() => app?.close());

  const cleanUp = (origin?: string) =>
    app.call('cleanups', {
      method: 'POST',
      headers: {
        ...everyRole,
        'content-type': 'application/json',
        ...(origin === undefined ? {} : { origin }),
      },
      body: JSON.stringify({ olderThanDays: 90, preview: true }),
    });

  it('of another site changes nothing, although its user is signed in', async () => {
    const refused = await cleanUp('https://evil.example');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'foreign-origin' });
  });

  it('of another site may read, where CORS allows it', async () => {
    const headers = { ...everyRole, origin: 'https://evil.example' };
    expect((await app.call('errors', { headers })).status).toBe(200);
  });

  it('of the desk may change things, and so may an app that is no browser', async () => {
    for (const origin of ['https://desk.example', app.url, undefined])
      expect((await cleanUp(origin)).status).toBe(200);
  });
});

it('AUTH=entra does not start where the platform checks no sign-ins', async () => {
  await expect(startApp({ settings: { AUTH: 'entra' } })).rejects.toThrow('AUTH: entra needs');
});
