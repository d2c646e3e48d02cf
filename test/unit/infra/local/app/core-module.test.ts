import { describe, expect, it } from 'vitest';
import { createCoreModule } from '../../../../../infra/local/app/core-module.ts';

const metadata = (name: string) => ({ name, bindings: {} });

describe('createCoreModule', () => {
  it('records what an app registers', () => {
    const { coreModule, registrations } = createCoreModule(() => undefined);
    const handler = () => undefined;
    coreModule.registerFunction(metadata('a'), handler);
    expect([...registrations.functions]).toEqual([['a', { metadata: metadata('a'), callback: handler }]]);
  });

  it('refuses a second function of one name, and any after the start', () => {
    const { coreModule, registrations } = createCoreModule(() => undefined);
    coreModule.registerFunction(metadata('a'), () => undefined);
    expect(() => coreModule.registerFunction(metadata('a'), () => undefined)).toThrow(
      'already been registered',
    );
    registrations.locked = true;
    expect(() => coreModule.registerFunction(metadata('b'), () => undefined)).toThrow('during app startup');
  });

  it('refuses hooks', () => {
    const { coreModule } = createCoreModule(() => undefined);
    expect(() => coreModule.registerHook('appStart')).toThrow('runs no hooks such as "appStart"');
  });
});
