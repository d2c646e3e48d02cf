/** Calls to a running app. */
export interface AppClient {
  /** What a GET of a path below `/api/` answers. Throws AppCallError. */
  get(path: string): Promise<unknown>;
  /** What a POST of JSON answers. Throws AppCallError. */
  post(path: string, body: unknown): Promise<unknown>;
}

/** A call that did not come to an answer of the app; the message says what to do. */
export class AppCallError extends Error {
  override readonly name = 'AppCallError';
}

/** A client of the app at an address such as `http://localhost:7071`; `key` where the app asks for keys. */
export function appClient(address: string, key: string | undefined): AppClient {
  const root = `${address.replace(/\/+$/, '')}/api/`;
  const headers = { 'content-type': 'application/json', ...(key ? { 'x-functions-key': key } : {}) };
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(new URL(path, root), { ...init, headers }).catch((cause: unknown) => {
      throw new AppCallError(`No app answers at ${address}. Start it with: npm start`, { cause });
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    if (response.status === 401)
      throw new AppCallError(`The app at ${address} asks for a key: set FUNCTION_KEY`);
    throw new AppCallError(`${init.method} ${root}${path} answered ${response.status} ${text}`.trimEnd());
  };
  return {
    get: (path) => call(path, { method: 'GET' }),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}
