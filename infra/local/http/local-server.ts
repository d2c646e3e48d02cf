import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Server as NetServer } from 'node:net';

/** Thrown when a port is taken. */
export class PortInUseError extends Error {
  constructor(port: number, options?: ErrorOptions) {
    super(`Port ${port} is in use. End the program that has it, or set PORT to another port.`, options);
  }
}

/** An HTTP server on 127.0.0.1 that can be closed gracefully. */
export interface LocalServer {
  /** `http://localhost:<port>`. */
  readonly url: string;
  /** Takes requests from now on; until then they wait. */
  serve(listener: RequestListener): void;
  /** Takes no more connections, waits for `drained`, then ends those that are left. */
  close(drained: Promise<unknown>): Promise<void>;
}

/** Listens on a port of 127.0.0.1; 0 is any free one. Throws PortInUseError. */
export async function listenLocally(port: number): Promise<LocalServer> {
  const server = createServer();
  const waiting: Parameters<RequestListener>[] = [];
  const keep: RequestListener = (...call) => waiting.push(call);
  server.on('request', keep).listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
      throw new PortInUseError(port, { cause });
    throw cause;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://localhost:${address.port}`,
    serve(listener) {
      server.off('request', keep).on('request', listener);
      for (const call of waiting.splice(0)) listener(...call);
    },
    async close(drained) {
      const closed = once(server, 'close');
      // Only the listening ends: http's own close would cut answers off that are written but still on their way.
      NetServer.prototype.close.call(server);
      await drained;
      server.closeAllConnections();
      await closed;
      // Ends what http has beside the listening.
      server.close();
    },
  };
}

/** Whether a server could listen on a port of 127.0.0.1 now. */
export async function isPortFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
