/**
 * A table service that keeps nothing. It answers every transaction as the real one does when all rows are new, so what is
 * measured is the cost of the app alone.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const accept = (count: number) => {
  const one =
    '--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 204 No Content\r\nX-Content-Type-Options: nosniff\r\nPreference-Applied: return-no-content\r\nDataServiceVersion: 3.0;\r\nETag: W/"datetime\'2026-11-22T06%3A12%3A03.1200000Z\'"\r\n\r\n\r\n';
  return `--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n${one.repeat(count)}--changesetresponse_1--\r\n--batchresponse_1--\r\n`;
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (!request.url?.endsWith('/$batch')) {
    const isQuery = request.method === 'GET';
    response.writeHead(isQuery ? 200 : 204, { 'content-type': 'application/json' });
    response.end(isQuery ? '{"value":[]}' : undefined);
    return;
  }
  const body = Buffer.concat(chunks).toString('latin1');
  const rows = body.split('Content-Transfer-Encoding: binary').length - 1;
  response.writeHead(202, { 'content-type': 'multipart/mixed; boundary=batchresponse_1' });
  response.end(accept(rows));
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('The server has no port');
process.send?.(address.port);
await once(process, 'disconnect');
process.exit();
