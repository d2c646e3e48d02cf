import { connect, type Socket } from 'node:net';

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Longer than anything that is measured, so that a run always ends. */
const maxWaitMs = 10 * 60_000;

/**
 * A caller with one open connection, which sends one request at a time. It is much cheaper than Node's own client, so
 * that the load takes little processor time from the app on the same machine. It understands only the answers of the variants.
 */
export class HttpCaller {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer[] = [];
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.setTimeout(maxWaitMs, () =>
      socket.destroy(new Error(`No answer within ${maxWaitMs / 60_000} minutes`)),
    );
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('The connection was closed')));
  }

  /** Connects to the app at an address. */
  static connect(url: URL): Promise<HttpCaller> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: url.hostname, port: Number(url.port) }, () =>
        resolve(new HttpCaller(socket, url.host)),
      );
      socket.once('error', reject);
    });
  }

  /** Sends a request and waits for the whole answer. */
  call(method: string, path: string, body: Buffer = Buffer.alloc(0)): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error('The connection was closed'));
        return;
      }
      this.#waiting = { resolve, reject };
      const head = `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
      this.#socket.cork();
      this.#socket.write(head);
      if (body.length > 0) this.#socket.write(body);
      this.#socket.uncork();
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    const answer = answerIn(this.#received.length === 1 ? chunk : Buffer.concat(this.#received));
    if (!answer) return;
    this.#received = [];
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }
}

/** The answer in these bytes; undefined until it is complete. */
function answerIn(bytes: Buffer): Answer | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const start = headEnd + 4;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length === undefined) {
    if (!head.includes('\r\ntransfer-encoding: chunked')) return { status, body: '' };
    // The last chunk is empty.
    if (!bytes.subarray(-7).equals(lastChunk) && !bytes.subarray(start).equals(lastChunk.subarray(2)))
      return undefined;
    return { status, body: unchunked(bytes.subarray(start)) };
  }
  if (bytes.length < start + Number(length)) return undefined;
  return { status, body: bytes.toString('utf8', start, start + Number(length)) };
}

const lastChunk = Buffer.from('\r\n0\r\n\r\n');

function unchunked(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) return Buffer.concat(parts).toString('utf8');
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
