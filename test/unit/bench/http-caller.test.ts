import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpCaller } from '../../bench/http-caller.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A caller of a server that answers each request with these pieces, one at a time. */
async function callerOf(pieces: readonly string[]): Promise<HttpCaller> {
  server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('data', async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return HttpCaller.connect(new URL(`http://127.0.0.1:${address.port}`));
}

describe('the caller of the benchmark', () => {
  it.each([
    { name: 'a length', pieces: ['HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\n', 'ab', 'cd'] },
    { name: 'a head in pieces', pieces: ['HTTP/1.1 201 Created\r\nConte', 'nt-Length: 4\r\n', '\r\nabcd'] },
    {
      name: 'chunks',
      pieces: [
        'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n',
        '3\r\nabc\r\n',
        '1\r\nd\r\n0\r\n\r\n',
      ],
    },
    {
      name: 'chunks cut anywhere',
      pieces: [
        'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n4\r',
        '\nabcd',
        '\r\n0\r\n',
        '\r\n',
      ],
    },
  ])('reads an answer with $name, twice on one connection', async ({ pieces }) => {
    const caller = await callerOf(pieces);
    const expected = { status: 201, body: 'abcd' };
    expect(await caller.call('POST', '/', Buffer.from('x'))).toEqual(expected);
    expect(await caller.call('GET', '/')).toEqual(expected);
    caller.close();
  });

  it('reads an empty answer in chunks', async () => {
    const caller = await callerOf(['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n']);
    expect(await caller.call('GET', '/')).toEqual({ status: 200, body: '' });
    caller.close();
  });

  it('fails when the connection is closed before the answer is whole', async () => {
    server = createServer((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    const caller = await HttpCaller.connect(new URL(`http://127.0.0.1:${address.port}`));
    await expect(caller.call('GET', '/')).rejects.toThrow('The connection was closed');
    // Nothing can be asked on it any more.
    await expect(caller.call('GET', '/')).rejects.toThrow('The connection was closed');
  });
});
