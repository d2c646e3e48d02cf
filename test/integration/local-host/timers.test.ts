import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuiltApp, buildApp, type ServedApp, serveApp } from '../../support/local-host-app.ts';

let app: BuiltApp;

beforeAll(async () => {
  app = await buildApp('timer');
});
afterAll(() => app?.remove());

describe('timers', () => {
  let host: ServedApp;
  beforeEach(async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
      now: new Date('2026-11-22T06:01:35.255Z'),
    });
    host = await serveApp(app, { environment: { 'AzureWebJobs.off.Disabled': 'true' } });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await host.close();
  });
  const ticks = () => host.log.filter((line) => line.startsWith('ticked')).length;

  it('run when they come due, again and again, until the host stops', async () => {
    await vi.advanceTimersByTimeAsync(3_000);
    expect(ticks()).toBe(3);
    expect(await host.logged("Executing 'Functions.everySecond'")).toContain(
      "(Reason='Timer fired at 2026-11-22T06:01:36.000+00:00', Id=",
    );
    await host.close();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(ticks()).toBe(3);
  });

  it('get what the real host gives them without a monitor', async () => {
    expect(await host.fireTimer('daily')).toMatchObject({ succeeded: true });
    expect(JSON.parse(await host.logged('adjustForDST'))).toEqual({
      schedule: { adjustForDST: true },
      scheduleStatus: null,
      isPastDue: false,
    });
  });

  it('do not run when disabled, except when called by name, in any letter case', async () => {
    await vi.advanceTimersByTimeAsync(2_000);
    expect(host.log).not.toContain('off ran');
    const response = await fetch(`${host.url}/admin/functions/OFF`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"input":""}',
    });
    expect(response.status).toBe(202);
    expect(await host.logged('off ran')).toBe('off ran');
    expect(host.log.find((line) => line.startsWith("Executing 'Functions.off'"))).toContain(
      'programmatically called via the host APIs.',
    );
  });

  it('are only those of the app', async () => {
    await expect(host.fireTimer('echo')).rejects.toThrow('no timer function "echo"');
  });
});

describe('a stop', () => {
  it('waits for the answer that is under way, and takes no other request', async () => {
    const host = await serveApp(app);
    const headers = { expect: '100-continue', 'content-length': 4 };
    const sent = request(`${host.url}/api/echo`, { method: 'POST', headers, agent: false });
    sent.flushHeaders();
    await once(sent, 'continue');
    const closing = host.close();
    await expect(fetch(host.url)).rejects.toThrow();
    sent.end('text');
    const [response] = await once(sent, 'response');
    expect(await text(response)).toBe('text');
    await closing;
  });

  it('sends an answer to its end', async () => {
    const host = await serveApp(app);
    const sent = request(`${host.url}/api/echo`, { method: 'POST', agent: false });
    const long = Buffer.alloc(12_000_000, 'x');
    sent.setHeader('content-length', long.length).end(long);
    const [response] = await once(sent, 'response');
    const closing = host.close();
    expect(await text(response)).toHaveLength(long.length);
    await closing;
  });

  it('does not wait for ever', async () => {
    const host = await serveApp(app, { drainTimeoutMs: 1 });
    const stuck = expect(fetch(`${host.url}/api/stuck`)).rejects.toThrow();
    await host.logged("Executing 'Functions.stuck'");
    await host.close();
    await stuck;
  });

  it('waits for the timer that runs', async () => {
    const host = await serveApp(app);
    const run = host.fireTimer('slow');
    await host.logged('slow began');
    const closing = host.close();
    await expect(fetch(host.url)).rejects.toThrow();
    channel('end-slow').publish({});
    await closing;
    expect(host.log).toContain('slow ended');
    expect(await run).toMatchObject({ succeeded: true });
  });
});
