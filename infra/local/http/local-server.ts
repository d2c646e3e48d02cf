import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Server as NetServer } from 'node:net';

/** Thrown when another program listens on a port. */
export class PortInUseError extends Error {
  constructor(port: number, options?: ErrorOptions) {
    super(`Port ${port} is in use. End the program that uses it, or set PORT to another port.`, options);
  }
}

/** An HTTP server on 127.0.0.1 that can be closed gracefully. */
export interface LocalServer {
  /** `http://localhost:<port>`. */
  readonly url: string;
  /** Takes no more connections, waits for `drained`, then ends the connections that are left. */
  close(drained: Promise<unknown>): Promise<void>;
}

// What a caller gets for a request that Node cannot read. The real host takes every method, and has no function for it.
const unreadable: Readonly<Record<string, string>> = {
  HPE_INVALID_METHOD: '404 Not Found',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Listens on a port of 127.0.0.1; 0 is any free one. Throws PortInUseError. */
export async function listenLocally(port: number, answer: RequestListener): Promise<LocalServer> {
  // The limits of the real host are checked later, with its answers. Node's own would come first.
  const server = createServer({ maxHeaderSize: 1024 * 1024 });
  // As in the real host, an unknown `Expect` header changes nothing.
  server.on('request', answer).on('checkExpectation', answer);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = unreadable[error.code ?? ''] ?? '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    else socket.destroy();
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
      throw new PortInUseError(port, { cause });
    throw cause;
  }
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' ? address?.port : undefined}`,
    async close(drained) {
      const closed = once(server, 'close');
      // Ends only the listening: http's own close would cut off answers that are written but not yet sent.
      NetServer.prototype.close.call(server);
      await drained;
      server.closeAllConnections();
      await closed;
      // Ends what http runs besides listening.
      server.close();
    },
  };
}

/** Whether a server could listen on a port of 127.0.0.1 now. */
export async function isPortFree(port: number): Promise<boolean> {
  try {
    const server = await listenLocally(port, () => undefined);
    await server.close(Promise.resolve());
    return true;
  } catch {
    return false;
  }
}
