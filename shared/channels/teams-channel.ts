import type { HttpClient } from '@azure/core-rest-pipeline';
import { type CardFormat, teamsMessage } from '../domain/alerts/adaptive-card.ts';
import type { AlertChannel } from '../domain/ports/alert-channel.ts';
import { addressHash } from './alert-address.ts';
import { postMessage } from './post-message.ts';

/** A channel of Microsoft Teams, by the address of a workflow. The setting names a host of Microsoft's. */
export function teamsChannel(address: string, format: CardFormat): AlertChannel {
  let client: Promise<HttpClient> | undefined;
  return {
    name: 'teams',
    address: addressHash(address),
    async send(message, limitMs) {
      // Loaded by the first message: the app starts without it.
      client ??= import('@azure/core-rest-pipeline').then((library) => library.createDefaultHttpClient());
      return await postMessage(await client, {
        url: new URL(address),
        body: JSON.stringify(teamsMessage(message, format)),
        headers: { 'content-type': 'application/json' },
        limitMs,
      });
    },
  };
}
