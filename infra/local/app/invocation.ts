import { randomUUID } from 'node:crypto';
import type { CoreInvocationContext, ProgrammingModel, TypedData, WriteLog } from './core-types.ts';
import type { HostFunction } from './function-list.ts';

/** How one run of a function ended. */
export type Outcome =
  | { readonly succeeded: true; readonly returnValue: TypedData | null | undefined }
  | { readonly succeeded: false; readonly error: unknown };

/** What one run of a function is given. */
export interface Invocation {
  readonly target: HostFunction;
  /** Why it runs, as the log says it. */
  readonly reason: string;
  /** The input of the trigger. */
  readonly data: TypedData;
  /** The W3C trace context of the caller; empty where there is none, as on a host without telemetry. */
  readonly traceParent?: string;
  readonly traceState?: string;
}

/** The host's reason for every run that a request starts. */
export const calledReason = 'This function was programmatically called via the host APIs.';

/** Runs a function once, as the Node worker does, and logs it as the host does. Never throws. */
export async function invoke(
  model: ProgrammingModel,
  invocation: Invocation,
  write: WriteLog,
): Promise<Outcome> {
  const name = `Functions.${invocation.target.name}`;
  const id = randomUUID();
  const startedAt = performance.now();
  write('information', `Executing '${name}' (Reason='${invocation.reason}', Id=${id})`);
  const outcome = await run(model, invocation, { id, write });
  const duration = `Duration=${Math.round(performance.now() - startedAt)}ms`;
  if (outcome.succeeded) write('information', `Executed '${name}' (Succeeded, Id=${id}, ${duration})`);
  else {
    write('error', `Executed '${name}' (Failed, Id=${id}, ${duration})`);
    write('error', `Exception while executing function: ${name}. Result: Failure\n${textOf(outcome.error)}`);
  }
  return outcome;
}

async function run(
  model: ProgrammingModel,
  { target, data, traceParent = '', traceState = '' }: Invocation,
  { id, write }: { id: string; write: WriteLog },
): Promise<Outcome> {
  const core: CoreInvocationContext = {
    invocationId: id,
    request: {
      inputData: [{ name: target.triggerName, data }],
      triggerMetadata: {},
      traceContext: { traceParent, traceState, attributes: {} },
    },
    metadata: target.metadata,
    state: 'invocation',
    log: (level, _category, message) => write(level, message),
  };
  try {
    const invocationModel = model.getInvocationModel(core);
    const { context, inputs } = await invocationModel.getArguments();
    const result = await invocationModel.invokeFunction(context, inputs, target.callback);
    const { returnValue } = await invocationModel.getResponse(context, result);
    return { succeeded: true, returnValue };
  } catch (error) {
    return { succeeded: false, error };
  } finally {
    core.state = undefined;
  }
}

function textOf(error: unknown): string {
  if (error instanceof Error) return `Exception: ${error.message}\nStack: ${error.stack ?? ''}`;
  return `Exception: ${String(error)}`;
}
