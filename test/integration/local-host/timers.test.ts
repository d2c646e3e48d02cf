import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
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
    await expect(host.fireTimer('echo')).rejects.toThrow('no timer function "echo"');
  });
});

describe('a stop', () => {
  it('runs no timer after, and answers no request', async () => {
    const own = await serveApp(app);
    await own.logged('ticked');
    await own.close();
    const lines = own.log.length;
    // Another host of the same app ticks on meanwhile.
    const ticks = () => host.log.filter((line) => line.startsWith('ticked')).length;
    const before = ticks();
    await expect.poll(ticks, { timeout: 5_000 }).toBeGreaterThan(before + 1);
    expect(own.log).toHaveLength(lines);
    await expect(fetch(own.url)).rejects.toThrow();
  });

  it('waits for the answer that is under way, and takes no other request', async () => {
    const own = await serveApp(app);
    const headers = { expect: '100-continue', 'content-length': 4 };
    const sent = request(`${own.url}/api/echo`, { method: 'POST', headers, agent: false });
    sent.flushHeaders();
    await once(sent, 'continue');
    const closing = own.close();
    await expect(fetch(own.url)).rejects.toThrow();
    sent.end('text');
    const [response] = await once(sent, 'response');
    expect(await text(response)).toBe('text');
    await closing;
  });

  it('sends an answer to its end', async () => {
    const own = await serveApp(app);
    const sent = request(`${own.url}/api/echo`, { method: 'POST', agent: false });
    const long = 'x'.repeat(20_000_000);
    sent.setHeader('content-length', long.length).end(long);
    const [response] = await once(sent, 'response');
    const closing = own.close();
    expect(await text(response)).toHaveLength(long.length);
    await closing;
  });

  it('does not wait for ever', async () => {
    const own = await serveApp(app, { drainTimeoutMs: 50 });
    const stuck = expect(fetch(`${own.url}/api/stuck`)).rejects.toThrow();
    await own.logged("Executing 'Functions.stuck'");
    await own.close();
    await stuck;
  });

  it('waits for the timer that runs', async () => {
    const own = await serveApp(app);
    const run = own.fireTimer('slow');
    await own.logged('slow began');
    await own.close();
    expect(own.log).toContain('slow ended');
    expect(await run).toMatchObject({ succeeded: true });
  });
});
