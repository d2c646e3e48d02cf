import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type StreamServer, withStreamServer } from '../http/stream-server.ts';
import { createCoreModule, type Registrations, withCoreModule } from './core-module.ts';
import type { LogCategory, LogLevel, ProgrammingModel } from './core-types.ts';

/** An app that is loaded and has said what it can do. */
export interface LoadedApp {
  readonly model: ProgrammingModel;
  readonly registrations: Registrations;
  /** Where requests go when the app has switched HTTP streams on. */
  readonly streamServer: StreamServer | undefined;
  /** What hooks share for as long as the app runs. */
  readonly appHookData: object;
}

let loads = 0;

/**
 * Loads the files that `main` names as the Node worker does, runs the appStart hooks and asks for the
 * capabilities. Throws what the app throws, and when no file is found or nothing was registered.
 */
export async function loadApp({
  appFolder,
  main,
  log,
}: {
  appFolder: string;
  main: string | undefined;
  log: (level: LogLevel, category: LogCategory, message: string) => void;
}): Promise<LoadedApp> {
  const packageJson: { main?: string; type?: string } = readPackageJson(appFolder);
  const pattern = main ?? packageJson.main;
  if (pattern === undefined) throw new Error(`package.json in ${appFolder} has no "main"`);
  const files = globSync(pattern, { cwd: appFolder }).map((file) => resolve(appFolder, file));
  if (files.length === 0) throw new Error(`No file matches "main": ${join(appFolder, pattern)}`);

  const { coreModule, registrations } = createCoreModule(log);
  await withCoreModule(coreModule, files, async () => {
    for (const file of files) await loadFile(file, packageJson.type === 'module');
  });
  const { model } = registrations;
  if (model === undefined || registrations.functions.size === 0)
    throw new Error(
      `${files.join(', ')} registered no function. Is there more than one copy of @azure/functions, or is the app an ES module bundle?`,
    );
  const appHookData = {};
  for (const hook of registrations.hooks.appStart) await hook(hookContext({}, appHookData));
  const { capabilities, streamServer } = await withStreamServer(() =>
    model.getCapabilities(capabilitiesOfWorker()),
  );
  log('debug', 'system', `Worker capabilities: ${JSON.stringify(capabilities)}`);
  registrations.locked = true;
  return { model, registrations, streamServer, appHookData };
}

/** The context that a hook is called with: its data can be changed but not replaced. */
export function hookContext<T extends object>(values: T, appHookData: object, hookData: object = {}): T {
  const context = { ...values };
  Object.defineProperties(context, {
    hookData: { get: () => hookData, enumerable: true },
    appHookData: { get: () => appHookData, enumerable: true },
  });
  return context;
}

function readPackageJson(appFolder: string): { main?: string; type?: string } {
  return JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));
}

async function loadFile(file: string, isModulePackage: boolean): Promise<void> {
  try {
    await evaluateFile(file, isModulePackage);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    throw new Error(`Worker was unable to load entry point "${file}": ${reason}`, { cause });
  }
}

async function evaluateFile(file: string, isModulePackage: boolean): Promise<void> {
  const extension = extname(file);
  if (extension === '.mjs' || (isModulePackage && extension !== '.cjs')) {
    loads += 1;
    await import(`${pathToFileURL(file)}?load=${loads}`);
    return;
  }
  // A second host in this process gets an app of its own.
  const require = createRequire(file);
  delete require.cache[require.resolve(file)];
  require(file);
}

function capabilitiesOfWorker(): Record<string, string> {
  const names = [
    'RawHttpBodyBytes',
    'RpcHttpTriggerMetadataRemoved',
    'RpcHttpBodyOnly',
    'IgnoreEmptyValuedRpcHttpHeaders',
    'UseNullableValueDictionaryForHttp',
    'WorkerStatus',
    'TypedDataCollection',
    'HandlesWorkerTerminateMessage',
  ];
  return Object.fromEntries(names.map((name) => [name, 'true']));
}
