import type { Agent } from 'node:https';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { cloudEvent } from '../domain/alerts/cloud-event.ts';
import type { AlertChannel } from '../domain/ports/alert-channel.ts';
import { addressHash, isWrittenLoopback } from './alert-address.ts';
import { postMessage } from './post-message.ts';

/** Where a webhook is and how its messages are signed. */
export interface WebhookOptions {
  readonly address: string;
  /** One secret, or two while the second takes the place of the first: every message is signed with each. */
  readonly secrets: readonly string[];
  /** Origin of the page. */
  readonly origin: string | undefined;
  readonly now: () => Date;
  /** Options of the agent that connects, such as a look-up of its own in tests. */
  readonly agentOptions?: ConstructorParameters<typeof RequestFilteringHttpsAgent>[0];
}

interface Loaded {
  readonly client: HttpClient;
  /** None for an address on this machine. */
  readonly agent: Agent | undefined;
  sign(id: string, at: Date, body: string): string;
}

/** A webhook of the reader's own: CloudEvents in their JSON form, signed as Standard Webhooks 1.0 says. */
export function webhookChannel(options: WebhookOptions): AlertChannel {
  const { address, origin, now } = options;
  let loaded: Promise<Loaded> | undefined;
  return {
    name: 'webhook',
    address: addressHash(address),
    async send(message, limitMs) {
      loaded ??= load(options);
      const { client, agent, sign } = await loaded;
      const body = JSON.stringify(cloudEvent(message, origin));
      const at = now();
      return await postMessage(client, {
        url: new URL(address),
        body,
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'webhook-id': message.id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': sign(message.id, at, body),
        },
        agent,
        limitMs,
      });
    },
  };
}

/** Loaded by the first message: the app starts without these libraries. */
async function load({ address, secrets, agentOptions }: WebhookOptions): Promise<Loaded> {
  const [{ createDefaultHttpClient }, { Webhook }, filtering] = await Promise.all([
    import('@azure/core-rest-pipeline'),
    import('standardwebhooks'),
    import('request-filtering-agent'),
  ]);
  const signers = secrets.map((secret) => new Webhook(secret));
  return {
    client: createDefaultHttpClient(),
    // It looks at the address that a name has when it connects: a name cannot lead to another one after the check.
    agent: isWrittenLoopback(new URL(address))
      ? undefined
      : new filtering.RequestFilteringHttpsAgent(agentOptions),
    sign: (id, at, body) => signers.map((signer) => signer.sign(id, at, body)).join(' '),
  };
}
