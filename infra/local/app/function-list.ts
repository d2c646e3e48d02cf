import { parseRouteTemplate, type RouteTemplate } from '../http/route-template.ts';
import type { Binding, FunctionCallback, FunctionMetadata } from './core-types.ts';

/** A function as the host knows it. */
export interface HostFunction {
  readonly name: string;
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  readonly trigger: Binding & { readonly name: string };
  readonly disabled: boolean;
  /** How it is reached over HTTP; absent for other triggers, and when in error. */
  readonly http: HttpRoute | undefined;
  /** Why it is not served. */
  readonly error: string | undefined;
}

/** How an HTTP function is reached. */
export interface HttpRoute {
  /** The route without the prefix. */
  readonly route: string;
  /** In capitals. */
  readonly methods: readonly string[];
  readonly authLevel: string;
  readonly template: RouteTemplate;
}

interface TakenRoute {
  readonly name: string;
  readonly route: string;
  readonly methods: readonly string[];
}

const legalName = /^[a-z][a-z0-9_-]{0,127}$/i;
const reservedRoute = /^(admin|runtime)/i;

/** Compares names as the host orders them: by code unit, ignoring case. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a.toUpperCase(), b.toUpperCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Lists what an app has registered in the order in which the host tries routes, and says which functions it would
 * refuse and why.
 */
export function listFunctions(
  registered: Iterable<{ metadata: FunctionMetadata; callback: FunctionCallback }>,
  settings: Readonly<Record<string, string | undefined>>,
): HostFunction[] {
  const taken: TakenRoute[] = [];
  return [...registered]
    .sort((a, b) => compareNames(a.metadata.name, b.metadata.name))
    .map(({ metadata, callback }) => {
      const { name } = metadata;
      const [triggerName, trigger] = triggerOf(metadata);
      const common = {
        name,
        metadata,
        callback,
        trigger: { ...trigger, name: triggerName },
        disabled: isDisabled(name, settings),
      };
      try {
        if (!legalName.test(name) || name.toLowerCase() === 'host')
          throw new Error(`'${name}' is not a valid function name`);
        return { ...common, http: httpRoute(name, trigger, taken), error: undefined };
      } catch (error) {
        return { ...common, http: undefined, error: error instanceof Error ? error.message : String(error) };
      }
    });
}

function triggerOf(metadata: FunctionMetadata): [string, Binding] {
  const found = Object.entries(metadata.bindings).find(([, binding]) => /trigger$/i.test(binding.type));
  if (found === undefined) throw new Error(`The function "${metadata.name}" has no trigger`);
  return found;
}

function isDisabled(name: string, settings: Readonly<Record<string, string | undefined>>): boolean {
  const value = settings[`AzureWebJobs.${name}.Disabled`] ?? settings[`AzureWebJobs_${name}_Disabled`];
  return value?.toLowerCase() === 'true' || value === '1';
}

function httpRoute(name: string, trigger: Binding, taken: TakenRoute[]): HttpRoute | undefined {
  if (trigger.type.toLowerCase() === 'timertrigger') return undefined;
  if (trigger.type.toLowerCase() !== 'httptrigger')
    throw new Error(`The local host runs HTTP and timer triggers, not ${trigger.type}`);
  const route = trigger.route || name;
  if (reservedRoute.test(route))
    throw new Error('The specified route conflicts with one or more built in routes.');
  const methods = (trigger.methods ?? []).map((method) => method.toUpperCase());
  const other = taken.find(
    (known) => known.route.toLowerCase() === route.toLowerCase() && haveCommonMethod(known.methods, methods),
  );
  if (other !== undefined)
    throw new Error(`The route specified conflicts with the route defined by function '${other.name}'.`);
  const template = parseRouteTemplate(route);
  taken.push({ name, route, methods });
  return { route, methods, authLevel: trigger.authLevel ?? 'function', template };
}

/** No methods at all means every method. */
function haveCommonMethod(some: readonly string[], others: readonly string[]): boolean {
  return some.length === 0 || others.length === 0 || some.some((method) => others.includes(method));
}
