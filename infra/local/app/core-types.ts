/** A binding as the programming model registers it. */
export interface Binding {
  readonly type: string;
  readonly direction: 'in' | 'out';
  readonly route?: string;
  readonly methods?: readonly string[];
  readonly authLevel?: string;
  readonly schedule?: string;
}

/** What the programming model registers for one function. */
export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
}

/** The handler of a function. */
export type FunctionCallback = (...inputs: unknown[]) => unknown;

/** The levels of log lines. */
export type LogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical' | 'none';

/** Writes one line of the log, if its level is logged. */
export type WriteLog = (level: LogLevel, text: string) => void;

/** One value on its way between host and worker; exactly one property is set. */
export interface TypedData {
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly http?: HttpData;
}

/** Values by name; a value may be empty. */
export type NullableValues = Record<string, { readonly value: string }>;

/** An HTTP request or answer between host and worker. */
export interface HttpData {
  readonly method?: string;
  readonly url?: string;
  readonly nullableHeaders?: NullableValues;
  readonly nullableQuery?: NullableValues;
  readonly nullableParams?: NullableValues;
  readonly statusCode?: string;
  readonly headers?: Record<string, string>;
  readonly cookies?: readonly unknown[];
  readonly body?: TypedData;
}

/** What the worker gives the programming model for one run. */
export interface CoreInvocationContext {
  readonly invocationId: string;
  readonly request: {
    readonly inputData: readonly { readonly name: string; readonly data: TypedData }[];
    readonly triggerMetadata: object;
    readonly traceContext: { readonly traceParent: string; readonly traceState: string; attributes: object };
  };
  readonly metadata: FunctionMetadata;
  state: 'invocation' | undefined;
  log(level: LogLevel, category: string, message: string): void;
}

/** The programming model's view of one run. */
export interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<{ returnValue?: TypedData | null }>;
}

/** The library that an app is written with. */
export interface ProgrammingModel {
  getInvocationModel(context: CoreInvocationContext): InvocationModel;
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>;
}
