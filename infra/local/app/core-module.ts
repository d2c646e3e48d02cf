import { Module } from 'node:module';
import type {
  FunctionCallback,
  FunctionMetadata,
  HookCallback,
  LogCategory,
  LogLevel,
  ProgrammingModel,
} from './core-types.ts';

/** The hooks that a worker of today knows. */
const hookNames = ['appStart', 'appTerminate', 'preInvocation', 'postInvocation', 'log'] as const;

/** The name of a hook. */
export type HookName = (typeof hookNames)[number];

/** What an app has registered through its core module. */
export interface Registrations {
  model: ProgrammingModel | undefined;
  readonly functions: Map<string, { metadata: FunctionMetadata; callback: FunctionCallback }>;
  readonly hooks: Record<HookName, HookCallback[]>;
  /** Set when the host has asked for the functions: later ones are refused. */
  locked: boolean;
}

const workerVersion = '3.13.0';
const coreModuleName = '@azure/functions-core';

/** The version of the host whose rules are followed here. */
export const hostVersion = '4.1037.0';

/** Something that can be taken back, with the shape the programming model expects. */
class Disposable {
  readonly #callOnDispose: () => unknown;
  constructor(callOnDispose: () => unknown) {
    this.#callOnDispose = callOnDispose;
  }
  static from(...disposables: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const disposable of disposables) disposable.dispose();
    });
  }
  dispose(): unknown {
    return this.#callOnDispose();
  }
}

function systemError(error: Error): Error {
  return Object.assign(error, { isAzureFunctionsSystemError: true });
}

/** What an app gets from `require('@azure/functions-core')`. */
export interface CoreModule {
  readonly version: string;
  readonly hostVersion: string;
  readonly Disposable: typeof Disposable;
  log(level: LogLevel, category: LogCategory, message: string): void;
  setProgrammingModel(model: ProgrammingModel): void;
  getProgrammingModel(): ProgrammingModel | undefined;
  registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): Disposable;
  /** Throws a RangeError for a hook that is not known. */
  registerHook(name: string, callback: HookCallback): Disposable;
}

/** Makes the core module of one app, and the place where it notes what the app registers. */
export function createCoreModule(log: (level: LogLevel, category: LogCategory, message: string) => void): {
  coreModule: CoreModule;
  registrations: Registrations;
} {
  const registrations: Registrations = {
    model: undefined,
    functions: new Map(),
    hooks: { appStart: [], appTerminate: [], preInvocation: [], postInvocation: [], log: [] },
    locked: false,
  };
  const coreModule: CoreModule = {
    version: workerVersion,
    hostVersion,
    Disposable,
    log,
    setProgrammingModel(model: ProgrammingModel) {
      registrations.model = model;
    },
    getProgrammingModel: () => registrations.model,
    registerFunction(metadata: FunctionMetadata, callback: FunctionCallback) {
      if (registrations.locked)
        throw systemError(new Error('A function can only be registered during app startup.'));
      if (registrations.functions.has(metadata.name))
        throw systemError(new Error(`A function with name "${metadata.name}" has already been registered.`));
      registrations.functions.set(metadata.name, { metadata, callback });
      return new Disposable(() => {
        if (registrations.locked)
          throw systemError(new Error('A function can only be disposed during app startup.'));
        registrations.functions.delete(metadata.name);
      });
    },
    registerHook(name: string, callback: HookCallback) {
      const known = hookNames.find((hook) => hook === name);
      if (known === undefined) throw systemError(new RangeError(`Unrecognized hook "${name}"`));
      registrations.hooks[known].push(callback);
      return new Disposable(() => {
        registrations.hooks[known] = registrations.hooks[known].filter((hook) => hook !== callback);
      });
    },
  };
  return { coreModule, registrations };
}

const byFile = new Map<string, object>();
let loading: object | undefined;
let injected = false;

/**
 * Gives what `load` requires a core module, by the worker's own technique: a Proxy on `Module.prototype.require`.
 * Only CommonJS sees it. `files` are the app's own, which may ask again later; others may while loading.
 */
export async function withCoreModule<T>(
  coreModule: object,
  files: readonly string[],
  load: () => Promise<T> | T,
): Promise<T> {
  inject();
  for (const file of files) byFile.set(file, coreModule);
  loading = coreModule;
  try {
    return await load();
  } finally {
    if (loading === coreModule) loading = undefined;
  }
}

function inject(): void {
  if (injected) return;
  injected = true;
  Module.prototype.require = new Proxy(Module.prototype.require, {
    apply(target, caller: { filename?: string }, [id]: [string]) {
      if (id === coreModuleName) {
        const coreModule = byFile.get(caller.filename ?? '') ?? loading;
        if (coreModule !== undefined) return coreModule;
      }
      return Reflect.apply(target, caller, [id]);
    },
  });
}
