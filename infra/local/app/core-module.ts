import { Module } from 'node:module';
import type {
  FunctionCallback,
  FunctionMetadata,
  LogLevel,
  ProgrammingModel,
  WriteLog,
} from './core-types.ts';

/** A function as the app registered it. */
export interface RegisteredFunction {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
}

/** What an app has registered through its core module. */
export interface Registrations {
  model: ProgrammingModel | undefined;
  /** By name. */
  readonly functions: Map<string, RegisteredFunction>;
  /** True once the host has read the functions: later ones are refused. */
  locked: boolean;
}

/** What an app requires of its worker. The library does so once, while the app loads. */
export const coreModuleName = '@azure/functions-core';

/** The version of the host whose rules are followed here. */
export const hostVersion = '4.1037.0';

/**
 * Makes what an app gets from `require('@azure/functions-core')`, the part of it that `@azure/functions` calls, and the
 * object that records what the app registers.
 */
export function createCoreModule(log: WriteLog) {
  const registrations: Registrations = { model: undefined, functions: new Map(), locked: false };
  const coreModule = {
    version: '3.13.0',
    hostVersion,
    log: (level: LogLevel, _category: string, message: string) => log(level, message),
    setProgrammingModel(model: ProgrammingModel) {
      registrations.model = model;
    },
    registerFunction(metadata: FunctionMetadata, callback: FunctionCallback) {
      if (registrations.locked) throw new Error('A function can only be registered during app startup.');
      if (registrations.functions.has(metadata.name))
        throw new Error(`A function with name "${metadata.name}" has already been registered.`);
      registrations.functions.set(metadata.name, { metadata, callback });
    },
    registerHook(name: string) {
      throw new Error(`The local host runs no hooks such as "${name}"`);
    },
  };
  return { coreModule, registrations };
}

const replaced = new Map<string, object>();
let injected = false;

/**
 * Gives `exports` to everything that requires the module `name` while `load` runs, as the Node worker does: by a Proxy
 * on `Module.prototype.require`, which only CommonJS sees.
 */
export async function withModule<T>(name: string, exports: object, load: () => Promise<T> | T): Promise<T> {
  inject();
  replaced.set(name, exports);
  try {
    return await load();
  } finally {
    if (replaced.get(name) === exports) replaced.delete(name);
  }
}

function inject(): void {
  if (injected) return;
  injected = true;
  Module.prototype.require = new Proxy(Module.prototype.require, {
    apply: (target, caller: unknown, [id]: [string]) =>
      replaced.get(id) ?? Reflect.apply(target, caller, [id]),
  });
}
