import type * as z from 'zod';
import type { FailureDetail } from './app-error.ts';

/** Details of one item at most; more would mostly repeat each other. */
export const maxDetails = 5;

/** Longest name of a field in a detail, in UTF-16 units. 1,000 details with such names stay below 700 kB. */
const maxName = 40;

/** The faults that a schema found in an item, each with its JSON pointer (RFC 6901); at most 5. */
export function pointerDetails(error: z.ZodError): FailureDetail[] {
  return details(error).map(({ path, detail }) => ({ pointer: pointerOf(path), detail }));
}

/** The faults that a schema found in query or route parameters, each with the name of the parameter; at most 5. */
export function parameterDetails(error: z.ZodError): FailureDetail[] {
  return details(error).map(({ path, detail }) => ({ parameter: shortened(String(path[0] ?? '')), detail }));
}

/** A fault, and where it is. */
interface Detail {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

/** The faults that a schema found; at most 5. */
export function details({ issues }: z.ZodError): Detail[] {
  const found: Detail[] = [];
  for (const issue of issues) {
    found.push(...detailsOf(issue, maxDetails - found.length));
    if (found.length === maxDetails) break;
  }
  return found;
}

function detailsOf(issue: z.core.$ZodIssue, max: number): Detail[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ path: issue.path, detail: isMissing(issue) ? 'Required' : issue.message }];
  return issue.keys.slice(0, max).map((key) => ({
    path: [...issue.path, key],
    detail: `Unknown: ${JSON.stringify(shortened(key))}`,
  }));
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
  return name.length > maxName ? `${name.slice(0, maxName)}…` : name;
}
