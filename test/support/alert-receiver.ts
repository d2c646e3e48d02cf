import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from './upstream-server.ts';

/** A message that a receiver got. */
export interface ReceivedMessage {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as JSON. */
  readonly json: { readonly id?: string; readonly type?: string; readonly data?: Record<string, unknown> };
}

/** How a receiver answers its messages: a status, or all of it. */
export type ReceiverAnswer = number | ((response: ServerResponse, message: ReceivedMessage) => void);

/** A local server in place of a webhook or a workflow of Teams. */
export interface AlertReceiver extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they came, those that were not taken too. */
  readonly messages: ReceivedMessage[];
  /** Types of the CloudEvents that were answered with 2xx. */
  readonly taken: () => string[];
  /** Answers from now on with this; a list is used up one by one, its last for all others. */
  answer(...answers: readonly ReceiverAnswer[]): void;
}

/** Starts a receiver on a free port of 127.0.0.1 that takes everything. The test must dispose of it. */
export async function startAlertReceiver(): Promise<AlertReceiver> {
  const messages: ReceivedMessage[] = [];
  const taken: ReceivedMessage[] = [];
  let answers: readonly ReceiverAnswer[] = [202];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const message = { headers: request.headers, body, json: JSON.parse(body) };
    messages.push(message);
    const [answer = 202, ...others] = answers;
    if (others.length > 0) answers = others;
    if (typeof answer === 'function') return answer(response, message);
    if (answer < 300) taken.push(message);
    response.writeHead(answer).end('{}');
  });
  const url = `${await listen(server)}/hook`;
  return {
    url,
    messages,
    taken: () => taken.map(({ json }) => json.type ?? 'message'),
    answer: (...next) => {
      answers = next;
    },
    [Symbol.asyncDispose]: () => close(server),
  };
}
