import { describe, expect, it } from 'vitest';
import { createCoreModule } from '../../../../../infra/local/app/core-module.ts';
import { withStreamServer } from '../../../../../infra/local/http/stream-server.ts';

const metadata = (name: string) => ({ name, bindings: {} });

describe('createCoreModule', () => {
  it('notes functions and hooks, and takes them back', () => {
    const { coreModule, registrations } = createCoreModule(() => undefined);
    const handler = () => undefined;
    const kept = coreModule.registerFunction(metadata('kept'), handler);
    coreModule.registerFunction(metadata('given back'), handler).dispose();
    coreModule.registerHook('log', handler).dispose();
    coreModule.registerHook('appStart', handler);
    expect([...registrations.functions.keys()]).toEqual(['kept']);
    expect(registrations.hooks).toMatchObject({ log: [], appStart: [handler] });
    coreModule.Disposable.from(kept).dispose();
    expect(registrations.functions.size).toBe(0);
  });

  it('refuses a second function of one name, and any after the start', () => {
    const { coreModule, registrations } = createCoreModule(() => undefined);
    const first = coreModule.registerFunction(metadata('a'), () => undefined);
    expect(() => coreModule.registerFunction(metadata('a'), () => undefined)).toThrow(
      'already been registered',
    );
    registrations.locked = true;
    expect(() => coreModule.registerFunction(metadata('b'), () => undefined)).toThrow('during app startup');
    expect(() => first.dispose()).toThrow('during app startup');
  });

  it('refuses a hook it does not know in the way the library looks for', () => {
    const { coreModule } = createCoreModule(() => undefined);
    expect(() => coreModule.registerHook('unknown', () => undefined)).toThrow(
      expect.objectContaining({ name: 'RangeError', isAzureFunctionsSystemError: true }),
    );
  });

  it('has all that packages ask of it', () => {
    const { coreModule, registrations } = createCoreModule(() => undefined);
    expect(Object.keys(coreModule)).toEqual(
      expect.arrayContaining(['version', 'hostVersion', 'Disposable', 'log', 'getProgrammingModel']),
    );
    expect(coreModule.getProgrammingModel()).toBe(registrations.model);
  });
});

describe('withStreamServer', () => {
  it('has no server where streams are off', async () => {
    expect(await withStreamServer(() => Promise.resolve({ Other: 'true' }))).toEqual({
      capabilities: { Other: 'true' },
      streamServer: undefined,
    });
  });

  it('fails where streams are on and the server is made in another way', async () => {
    await expect(withStreamServer(() => Promise.resolve({ HttpUri: 'http://localhost:1/' }))).rejects.toThrow(
      'was not found',
    );
  });
});
