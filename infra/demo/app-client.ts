/** Calls a running app. Paths are below `/api/`. */
export interface AppClient {
  /**
   * The JSON answer to a GET.
   * @throws {AppCallError}
   */
  get(path: string): Promise<unknown>;
  /**
   * The JSON answer to a POST of JSON; undefined where there is none.
   * @throws {AppCallError}
   */
  post(path: string, body: unknown): Promise<unknown>;
}

/** The app did not answer, or refused the call. The message says what to do. */
export class AppCallError extends Error {
  override readonly name = 'AppCallError';
}

/** A client of the app at an address such as `http://localhost:7071`. `key` is needed where the app requires keys. */
export function appClient(address: string, key: string | undefined): AppClient {
  const root = `${address.replace(/\/+$/, '')}/api/`;
  const headers = { 'content-type': 'application/json', ...(key ? { 'x-functions-key': key } : {}) };
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(new URL(path, root), { ...init, headers }).catch((cause: unknown) => {
      throw new AppCallError(`No app answers at ${address}. Start it with: npm start`, { cause });
    });
    const text = await response.text();
    if (response.ok) return text === '' ? undefined : JSON.parse(text);
    if (response.status === 401)
      throw new AppCallError(`The app at ${address} requires a key. Set it in FUNCTION_KEY`);
    throw new AppCallError(`${init.method} ${root}${path} answered ${response.status} ${text}`.trimEnd());
  };
  return {
    get: (path) => call(path, { method: 'GET' }),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
