import type { FunctionHost } from '../function-host.ts';

/** The functions of a host with their methods and addresses, in lines as `func` prints them. */
export function functionLines({
  url,
  routePrefix,
  functions,
}: Pick<FunctionHost, 'url' | 'routePrefix' | 'functions'>): string[] {
  const lines = functions
    .filter(({ error }) => error === undefined)
    .map(({ name, http, trigger, disabled }) => {
      const note = disabled ? ' (disabled)' : '';
      if (http === undefined) return `\t${name}: ${trigger.type}${note}`;
      const address = [url, routePrefix, http.route].filter(Boolean).join('/');
      return `\t${name}: [${http.methods.join(',')}] ${address}${note}`;
    });
  return ['', 'Functions:', '', ...lines.flatMap((line) => [line, ''])].slice(0, -1);
}
