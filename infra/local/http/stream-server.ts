import http from 'node:http';

/** The library's own server for streamed requests, which never listens here. */
export type StreamServer = Pick<http.Server, 'emit'>;

/**
 * Asks for capabilities and catches the server that the library would open on all interfaces when streams are
 * on: requests are handed to it in this process. Throws when streams are on and no server was caught.
 */
export async function withStreamServer(
  getCapabilities: () => Promise<Record<string, string>>,
): Promise<{ capabilities: Record<string, string>; streamServer: StreamServer | undefined }> {
  const { createServer } = http;
  let caught: http.Server | undefined;
  let answer: Promise<Record<string, string>>;
  http.createServer = () => {
    caught = Object.assign(new http.Server(), silent);
    return caught;
  };
  try {
    // The library makes its server before it first gives way, so nobody else meets the replacement.
    answer = getCapabilities();
  } finally {
    http.createServer = createServer;
  }
  const capabilities = await answer;
  if (capabilities['HttpUri'] !== undefined && caught === undefined)
    throw new Error('HTTP streams are on, but the server of @azure/functions was not found');
  return { capabilities, streamServer: caught };
}

const silent = {
  address: () => ({ address: '127.0.0.1', family: 'IPv4', port: 1 }),
  listen(this: http.Server, ...values: unknown[]): http.Server {
    const listening = values.find((value) => typeof value === 'function');
    if (listening) queueMicrotask(() => listening());
    return this;
  },
};
