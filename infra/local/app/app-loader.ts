import { createRequire } from 'node:module';
import { coreModuleName, createCoreModule, type RegisteredFunction, withModule } from './core-module.ts';
import type { ProgrammingModel, WriteLog } from './core-types.ts';

/** An app that is loaded. */
export interface LoadedApp {
  readonly model: ProgrammingModel;
  readonly functions: readonly RegisteredFunction[];
}

/**
 * Loads a CommonJS bundle as the Node worker does. Throws what the bundle throws, and when it registers no function or
 * switches HTTP streams on.
 */
export async function loadApp(file: string, log: WriteLog): Promise<LoadedApp> {
  const { coreModule, registrations } = createCoreModule(log);
  await withModule(coreModuleName, coreModule, () => evaluate(file));
  const { model, functions } = registrations;
  if (model === undefined || functions.size === 0)
    throw new Error(
      `${file} registered no function. Is there more than one copy of @azure/functions, or is the app an ES module bundle?`,
    );
  const capabilities = await model.getCapabilities({});
  if (capabilities['HttpUri'] !== undefined)
    throw new Error(`${file} switches HTTP streams on, which can stall the real host`);
  registrations.locked = true;
  return { model, functions: [...functions.values()] };
}

function evaluate(file: string): void {
  try {
    const require = createRequire(file);
    // Each host in this process gets an app of its own.
    delete require.cache[require.resolve(file)];
    require(file);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    throw new Error(`Worker was unable to load entry point "${file}": ${reason}`, { cause });
  }
}
