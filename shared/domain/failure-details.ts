import type * as z from 'zod';
import type { FailureDetail } from './app-error.ts';

/** Most details told of one item; more would only repeat. */
const maxDetails = 20;

/** What a schema found wrong with an item, each with its RFC 6901 pointer. */
export function pointerDetails(error: z.ZodError): FailureDetail[] {
  return details(error).map(({ path, detail }) => ({ pointer: pointerOf(path), detail }));
}

/** What a schema found wrong with query or route parameters, each by its name. */
export function parameterDetails(error: z.ZodError): FailureDetail[] {
  return details(error).map(({ path, detail }) => ({ parameter: String(path[0] ?? ''), detail }));
}

function details(error: z.ZodError): { readonly path: readonly PropertyKey[]; readonly detail: string }[] {
  return error.issues
    .flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({
          path: [...issue.path, key],
          detail: `Unknown: ${JSON.stringify(shortened(key))}`,
        }));
      return [{ path: issue.path, detail: isMissing(issue) ? 'Required' : issue.message }];
    })
    .slice(0, maxDetails);
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${shortened(String(step)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function shortened(name: string): string {
  return name.length > 100 ? `${name.slice(0, 100)}…` : name;
}
