import { createContext, useContext } from 'react';
import * as z from 'zod/mini';
import type { Language } from '../messages/language.ts';
import { defaults } from './generated-client.ts';

const keyName = 'error-desk-key';

/** The key of this tab, if one was given. */
export function storedKey(): string | undefined {
  return sessionStorage.getItem(keyName) ?? undefined;
}

/** Keeps a key until the tab is closed, or forgets it. */
export function storeKey(key: string | undefined): void {
  if (key === undefined) sessionStorage.removeItem(keyName);
  else sessionStorage.setItem(keyName, key);
}

/** Headers that each call gets from now on. */
export function connect(language: Language, key: string | undefined): void {
  defaults.headers = { 'accept-language': language, ...(key ? { 'x-functions-key': key } : {}) };
}

/** How the API decides who may call it; the HTML says it. */
export function authenticationMode(): 'keys' | 'entra' {
  const parsed = z.safeParse(z.enum(['keys', 'entra']), document.documentElement.dataset['authentication']);
  return parsed.success ? parsed.data : 'keys';
}

export interface Connection {
  readonly mode: 'keys' | 'entra';
  readonly key: string | undefined;
  /** Opens the dialog for a key. */
  readonly askForKey: () => void;
  readonly forgetKey: () => void;
}

export const ConnectionContext = createContext<Connection | undefined>(undefined);

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('The page has no connection');
  return connection;
}
