import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { queryOf, targetOf } from './request-head.ts';

const keySet = z.object({
  /** Opens everything, the admin endpoints included. */
  master: z.string().min(1),
  /** Opens every function. */
  default: z.string().min(1).exactOptional(),
  /** The key of each function, by its name; it opens that function only. */
  functions: z.record(z.string(), z.string().min(1)).exactOptional(),
});

/** The keys of a host. A host without keys is open, as under `func start`. */
export type Keys = z.infer<typeof keySet>;

/** Reads keys from the JSON text of the setting LOCAL_KEYS; none where it is empty. Throws for anything else. */
export function parseKeys(text: string | undefined): Keys | undefined {
  if (!text) return undefined;
  try {
    return keySet.parse(JSON.parse(text));
  } catch {
    throw new Error(
      'LOCAL_KEYS is not a JSON object with texts: {"master": …, "default": …, "functions": {name: …}}',
    );
  }
}

/** The levels that a request may reach, from the lowest to the highest. */
export const levels = ['anonymous', 'function', 'admin'] as const;

/** One of the levels. */
export type Level = (typeof levels)[number];

/**
 * The level that the key of a request reaches: at a function, or at the admin endpoints where no function is named.
 * The header `x-functions-key` goes before the first `code` of the query. Keys and names ignore case.
 */
export function levelOf(request: IncomingMessage, keys: Keys | undefined, functionName?: string): Level {
  if (keys === undefined) return 'admin';
  const key = (request.headersDistinct['x-functions-key']?.[0] || codeOf(request))?.toLowerCase();
  const opens = (known: string | undefined) => known !== undefined && known.toLowerCase() === key;
  if (opens(keys.master)) return 'admin';
  const ownKey = Object.entries(keys.functions ?? {}).find(
    ([name]) => name.toLowerCase() === functionName?.toLowerCase(),
  )?.[1];
  return opens(keys.default) || opens(ownKey) ? 'function' : 'anonymous';
}

function codeOf(request: IncomingMessage): string | undefined {
  return [...queryOf(targetOf(request))].find(([name]) => name.toLowerCase() === 'code')?.[1];
}
