import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;
let host: ServedApp;

beforeAll(async () => {
  app = await buildApp('timer');
  app.write('local.settings.json', {
    Values: { DAILY: '0 30 3 * * *', 'AzureWebJobs.off.Disabled': 'true' },
  });
  host = await serveApp(app);
});
afterAll(async () => {
  await host?.close();
  app?.remove();
});

describe('timers', () => {
  it('run when they come due, again and again', async () => {
    await host.logged('ticked');
    const count = () => host.log.filter((line) => line.startsWith('ticked')).length;
    await expect.poll(count, { timeout: 5_000 }).toBeGreaterThanOrEqual(2);
  });

  it('say why they ran', async () => {
    expect(await host.logged("Executing 'Functions.everySecond'")).toMatch(
      /\(Reason='Timer fired at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00', Id=/,
    );
  });

  it('have no status below a minute', async () => {
    expect(await host.logged('ticked')).toBe('ticked null');
  });

  it('read their schedule from a setting, and know when they come due', async () => {
    expect(await host.fireTimer('daily')).toMatchObject({ succeeded: true });
    const timer: unknown = JSON.parse(await host.logged('adjustForDST'));
    expect(timer).toEqual({
      schedule: { adjustForDST: true },
      scheduleStatus: {
        last: '0001-01-01T00:00:00+00:00',
        next: expect.stringMatching(/T03:30:00\.000Z$/),
        lastUpdated: '0001-01-01T00:00:00+00:00',
      },
      isPastDue: false,
    });
  });

  it('run at the start where they ask for it', async () => {
    expect(await host.logged('ran at start')).toBe('ran at start');
  });

  it('are tried again as they ask, and told so', async () => {
    expect(await host.fireTimer('retried')).toMatchObject({ succeeded: true });
    expect(host.log.filter((line) => /^(first try|retry \d)/.test(line))).toEqual([
      'first try',
      'retry 1 of 2',
      'retry 2 of 2',
    ]);
  });

  it('do not run when switched off, but for a call by name', async () => {
    await host.logged('ticked');
    expect(host.log).not.toContain('off ran');
    const response = await fetch(`${host.url}/admin/functions/off`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"input":""}',
    });
    expect(response.status).toBe(202);
    expect(await host.logged('off ran')).toBe('off ran');
  });

  it('are only those that there are', async () => {
    await expect(host.fireTimer('releaseSlow')).rejects.toThrow('no timer function "releaseSlow"');
  });
});

describe('a stop', () => {
  it('waits for the run that is under way, and runs no timer after', async () => {
    const own = await serveApp(app);
    const run = own.fireTimer('slow');
    await own.logged('slow began');
    await fetch(`${own.url}/api/releaseSlow`);
    await own.close();
    expect(own.log).toContain('slow ended');
    expect(await run).toMatchObject({ succeeded: true });
    const lines = own.log.length;
    await host.fireTimer('daily');
    expect(own.log).toHaveLength(lines);
    await expect(fetch(own.url)).rejects.toThrow();
  });
});
