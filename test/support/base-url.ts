import { inject } from 'vitest';
import { startApp } from './app.ts';

/** An app to send requests to. */
export interface AppUnderTest {
  /** Root of the app, without a slash at the end. */
  readonly url: string;
  /** Headers that every request needs, such as a function key. */
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * The host that `BASE_URL` names, with the function key in `FUNCTION_KEY` if there is one; else the bundle under test on
 * the local host. With `BASE_URL` all tests share one store.
 */
export async function appUnderTest(): Promise<AppUnderTest> {
  const url = inject('baseUrl');
  const key = process.env['FUNCTION_KEY'];
  if (!url) return { headers: {}, ...(await startApp()) };
  return {
    url: url.replace(/\/+$/, ''),
    headers: key ? { 'x-functions-key': key } : {},
    close: () => Promise.resolve(),
  };
}
