import type * as z from 'zod';
import type { FailureDetail } from './app-error.ts';

// More details about one item would mostly repeat each other.
const maxDetails = 20;

/** The faults that a schema found in an item, each with its JSON pointer (RFC 6901); at most 20. */
export function pointerDetails(error: z.ZodError): FailureDetail[] {
  return details(error).map(({ path, detail }) => ({ pointer: pointerOf(path), detail }));
}

/** The faults that a schema found in query or route parameters, each with the name of the parameter; at most 20. */
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
