import type { HostFunction } from './function-list.ts';

/** The functions below an address with their methods, in lines as `func` prints them. Leaves out those in error. */
export function functionLines(address: string, functions: readonly HostFunction[]): string[] {
  const lines = functions
    .filter(({ error }) => error === undefined)
    .flatMap(({ name, http, trigger, disabled }) => {
      const reach = http ? `[${http.methods.join(',')}] ${address}/${http.route}` : trigger.type;
      return ['', `\t${name}: ${reach}${disabled ? ' (disabled)' : ''}`];
    });
  return ['', 'Functions:', ...lines];
}
