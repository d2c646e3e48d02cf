import { createServer, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import { wrapped } from './text-layout.ts';

const card = z.object({
  attachments: z.array(
    z.object({
      content: z.object({
        body: z.array(z.object({ inlines: z.array(z.object({ text: z.string() })) })),
        actions: z.array(z.object({ title: z.string(), url: z.string() })),
      }),
    }),
  ),
});

const event = z.object({
  type: z.string(),
  id: z.string(),
  time: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** A receiver of alerts on this machine. */
export interface DemoReceiver {
  /** Addresses for the settings of an app. */
  readonly teamsUrl: string;
  readonly webhookUrl: string;
  close(): Promise<void>;
}

/** Starts a receiver at any free port; `show` gets a text for each message that arrives. */
export async function startDemoReceiver(secret: string, show: (text: string) => void): Promise<DemoReceiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    show(request.url === '/teams' ? teamsText(body) : webhookText(secret, request, body));
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  const root = `http://127.0.0.1:${address.port}`;
  return {
    teamsUrl: `${root}/teams`,
    webhookUrl: `${root}/webhook`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A card as text: what a person sees in Teams. */
function teamsText(body: string): string {
  const lines = card
    .parse(JSON.parse(body))
    .attachments.flatMap(({ content }) => [
      ...content.body.map(({ inlines }) => inlines.map(({ text }) => text).join('')),
      ...content.actions.map(({ title, url }) => `[${title}] ${url}`),
    ]);
  const shown = lines.flatMap((line) => wrapped(line, '').split('\n'));
  const width = Math.max(...shown.map((line) => line.length));
  const frame = `  +${'-'.repeat(width + 2)}+`;
  return ['Teams', frame, ...shown.map((line) => `  | ${line.padEnd(width)} |`), frame].join('\n');
}

/** An event as text, and whether its signature is right. */
function webhookText(secret: string, { headers }: IncomingMessage, body: string): string {
  const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const { type, id, time, data } = event.parse(new Webhook(secret).verify(body, signed));
  return `Webhook: ${type}, ${id}, ${time}, the signature is right\n  ${JSON.stringify(data)}`;
}
