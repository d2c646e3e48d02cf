import { parseNcrontab, type Schedule } from '../../../shared/ncrontab.ts';
import { type Level, levels } from '../http/key-levels.ts';
import { parseRouteTemplate, type RouteTemplate } from '../http/route-template.ts';
import type { RegisteredFunction } from './core-module.ts';
import type { Binding, FunctionMetadata } from './core-types.ts';

/** A function as the host knows it. */
export interface HostFunction extends RegisteredFunction {
  readonly name: string;
  readonly triggerName: string;
  readonly trigger: Binding;
  readonly disabled: boolean;
  /** How HTTP requests reach it. */
  readonly http?: HttpRoute;
  /** When its timer comes due. */
  readonly schedule?: Schedule;
  /** Why the host does not run it; `http` and `schedule` are absent then. */
  readonly error?: string;
}

/** How HTTP requests reach a function. */
export interface HttpRoute {
  /** The route without the prefix. */
  readonly route: string;
  /** In capitals. */
  readonly methods: readonly string[];
  readonly authLevel: Level;
  readonly template: RouteTemplate;
}

type TakenRoute = HttpRoute & { readonly name: string };

const legalName = /^[a-z][a-z0-9_-]{0,127}$/i;
const reservedRoute = /^(admin|runtime)/i;

/**
 * Lists what an app has registered in the order in which the host tries routes: by name, by code unit, ignoring
 * case. A function that the real host refuses is in error.
 */
export function listFunctions(
  registered: readonly RegisteredFunction[],
  settings: Readonly<Record<string, string | undefined>>,
): HostFunction[] {
  const taken: TakenRoute[] = [];
  return registered
    .toSorted((a, b) => (a.metadata.name.toUpperCase() < b.metadata.name.toUpperCase() ? -1 : 1))
    .map(({ metadata, callback }) => {
      const { name } = metadata;
      const [triggerName, trigger] = triggerOf(metadata);
      const disabled = isDisabled(name, settings);
      const common = { name, metadata, callback, triggerName, trigger, disabled };
      try {
        if (!legalName.test(name) || name.toLowerCase() === 'host')
          throw new Error(`'${name}' is not a valid function name`);
        if (trigger.type === 'timerTrigger')
          return { ...common, schedule: parseNcrontab(trigger.schedule ?? '') };
        return { ...common, http: httpRoute(name, trigger, taken) };
      } catch (error) {
        return { ...common, error: error instanceof Error ? error.message : String(error) };
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

function httpRoute(name: string, trigger: Binding, taken: TakenRoute[]): HttpRoute {
  if (trigger.type !== 'httpTrigger')
    throw new Error(`The local host runs HTTP and timer triggers, not ${trigger.type}`);
  const route = trigger.route || name;
  if (reservedRoute.test(route))
    throw new Error('The specified route conflicts with one or more built in routes.');
  const methods = (trigger.methods ?? []).map((method) => method.toUpperCase());
  const other = taken.find(
    (known) =>
      known.route.toLowerCase() === route.toLowerCase() &&
      known.methods.some((method) => methods.includes(method)),
  );
  if (other !== undefined)
    throw new Error(`The route specified conflicts with the route defined by function '${other.name}'.`);
  const authLevel = levels.find((level) => level === trigger.authLevel) ?? 'function';
  const http = { name, route, methods, authLevel, template: parseRouteTemplate(route) };
  taken.push(http);
  return http;
}
