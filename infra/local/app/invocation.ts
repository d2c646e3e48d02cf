import { randomUUID } from 'node:crypto';
import { hookContext, type LoadedApp } from './app-loader.ts';
import type {
  CoreInvocationContext,
  FunctionCallback,
  FunctionMetadata,
  InvocationRequest,
  LogCategory,
  LogLevel,
  TypedData,
} from './core-types.ts';
import { executedLine, executingLine } from './log-lines.ts';

/** Writes one line of one function's log. */
export type FunctionLog = (level: LogLevel, category: string, text: string) => void;

/** How one run of a function ended. */
export type Outcome =
  | { readonly succeeded: true; readonly returnValue: TypedData | null | undefined }
  | { readonly succeeded: false; readonly error: unknown };

/** One run of a function: what goes in, and how to follow it. */
export interface Invocation {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  readonly reason: string;
  readonly id: string;
  readonly request: InvocationRequest;
}

/** The host's reason for every run that a request starts. */
export const calledReason = 'This function was programmatically called via the host APIs.';

/** A new id for a run. */
export const newInvocationId = (): string => randomUUID();

/** The W3C trace context of a run: the caller's, or a new one. */
export function traceContext(
  traceParent: string | undefined,
  traceState = '',
): InvocationRequest['traceContext'] {
  return { traceParent: traceParent ?? newTraceParent(), traceState, attributes: {} };
}

function newTraceParent(): string {
  // UUIDs are drawn in advance, many at a time: several times as fast as random bytes.
  const digits = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  return `00-${digits.slice(0, 32)}-${digits.slice(32, 48)}-00`;
}

/** Runs a function once, hooks included, as the Node worker does, and logs it as the host does. Never throws. */
export async function invoke(app: LoadedApp, invocation: Invocation, write: FunctionLog): Promise<Outcome> {
  const { metadata, id, reason } = invocation;
  const category = `Function.${metadata.name}`;
  const startedAt = performance.now();
  write('information', category, executingLine(metadata.name, { reason, id }));
  const outcome = await run(app, invocation, write);
  const durationMs = performance.now() - startedAt;
  const line = executedLine(metadata.name, { succeeded: outcome.succeeded, id, durationMs });
  write(outcome.succeeded ? 'information' : 'error', category, line);
  if (!outcome.succeeded)
    write(
      'error',
      category,
      `Exception while executing function: Functions.${metadata.name}. Result: Failure\n${textOf(outcome.error)}`,
    );
  return outcome;
}

/**
 * Runs a function that is no timer as the admin endpoint does: what that passes on is a text, which is no HTTP
 * request, so it fails. Never throws.
 */
export function invokeByName(
  app: LoadedApp,
  { metadata, trigger }: { metadata: FunctionMetadata; trigger: { name: string } },
  write: FunctionLog,
): Promise<Outcome> {
  const invocation = {
    metadata,
    callback: () => {
      throw new Error(`Exception binding parameter '${trigger.name}'`);
    },
    reason: calledReason,
    id: newInvocationId(),
    request: { inputData: [], triggerMetadata: {}, traceContext: traceContext(undefined) },
  };
  return invoke(app, invocation, write);
}

async function run(app: LoadedApp, invocation: Invocation, write: FunctionLog): Promise<Outcome> {
  const { hooks } = app.registrations;
  const hookData = {};
  let invocationContext: unknown;
  const core: CoreInvocationContext = {
    invocationId: invocation.id,
    request: invocation.request,
    metadata: invocation.metadata,
    state: undefined,
    log(level, category, message) {
      const context = logHookContext(app, { level, message, category, invocationContext });
      writeUserLine(write, invocation.metadata.name, category, context);
    },
  };
  try {
    const model = app.model.getInvocationModel(core);
    const { context, inputs } = await model.getArguments();
    invocationContext = context;

    core.state = 'preInvocationHooks';
    const before = hookContext(
      { invocationContext: context, inputs, functionCallback: invocation.callback },
      app.appHookData,
      hookData,
    );
    readOnly(before, 'invocationContext');
    for (const hook of hooks.preInvocation) await hook(before);

    core.state = 'invocation';
    const ended: { result: unknown; error: unknown } = { result: undefined, error: undefined };
    const after = hookContext(
      { invocationContext: context, inputs: before.inputs, ...ended },
      app.appHookData,
      hookData,
    );
    readOnly(after, 'invocationContext');
    try {
      after.result = await model.invokeFunction(context, before.inputs, before.functionCallback);
    } catch (error) {
      after.error = error;
    }

    core.state = 'postInvocationHooks';
    for (const hook of hooks.postInvocation) await hook(after);
    if (after.error !== null && after.error !== undefined) throw after.error;
    const { returnValue } = await model.getResponse(context, after.result);
    return { succeeded: true, returnValue };
  } catch (error) {
    return { succeeded: false, error };
  } finally {
    core.state = undefined;
  }
}

function readOnly(context: object, name: string): void {
  const value: unknown = Reflect.get(context, name);
  Object.defineProperty(context, name, { get: () => value, enumerable: true });
}

function logHookContext(
  app: LoadedApp,
  line: { level: LogLevel; message: string; category: LogCategory; invocationContext: unknown },
): { level: LogLevel; message: string } {
  const { log } = app.registrations.hooks;
  if (log.length === 0) return line;
  const context = hookContext(line, app.appHookData);
  for (const hook of log) hook(context);
  return context;
}

function writeUserLine(
  write: FunctionLog,
  name: string,
  category: LogCategory,
  { level, message }: { level: LogLevel; message: string },
): void {
  write(level, category === 'user' ? `Function.${name}.User` : `Function.${name}`, message);
}

function textOf(error: unknown): string {
  if (error instanceof Error) return `Exception: ${error.message}\nStack: ${error.stack ?? ''}`;
  return `Exception: ${String(error)}`;
}
