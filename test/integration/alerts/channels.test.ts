import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { teamsChannel } from '../../../shared/channels/teams-channel.ts';
import { type WebhookOptions, webhookChannel } from '../../../shared/channels/webhook-channel.ts';
import { aDigest, aMessage } from '../../support/alert-messages.ts';
import { startAlertReceiver } from '../../support/alert-receiver.ts';

const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
const secret = newSecret();

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

const aWebhook = (parts: Partial<WebhookOptions> & Pick<WebhookOptions, 'address'>) =>
  webhookChannel({ secrets: [secret], origin: 'https://desk.example', now: () => new Date(), ...parts });

describe('what a webhook gets', () => {
  it('is a CloudEvent whose signature the library of Standard Webhooks verifies', async () => {
    const receiver = stack.use(await startAlertReceiver());
    const message = aMessage();
    expect(await aWebhook({ address: receiver.url }).send(message, 5000)).toEqual({
      kind: 'accepted',
      status: 202,
    });
    const [{ headers, body, json } = { headers: {}, body: '', json: {} }] = receiver.messages;
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(headers['webhook-id']).toBe(message.id);
    expect(json.id).toBe(message.id);
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(secret).verify(body, signed)).toEqual(json);
    expect(() => new Webhook(newSecret()).verify(body, signed)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify(body.replace('CRONUS', 'CRONUX'), signed)).toThrow();
  });

  it('is signed with both secrets while one takes the place of the other', async () => {
    const receiver = stack.use(await startAlertReceiver());
    const other = newSecret();
    await aWebhook({ address: receiver.url, secrets: [secret, other] }).send(aMessage(), 5000);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.messages;
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    for (const one of [secret, other]) expect(() => new Webhook(one).verify(body, signed)).not.toThrow();
    expect(signed['webhook-signature']?.split(' ')).toHaveLength(2);
  });

  it('has the same body and id however often it is sent', async () => {
    const receiver = stack.use(await startAlertReceiver());
    const channel = aWebhook({ address: receiver.url });
    const message = { id: aMessage().id, content: aDigest(30) };
    await channel.send(message, 5000);
    await channel.send(message, 5000);
    const [one, other] = receiver.messages;
    expect(other?.body).toBe(one?.body);
    expect(other?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
  });
});

it('Teams gets a card', async () => {
  const receiver = stack.use(await startAlertReceiver());
  const channel = teamsChannel(receiver.url, { language: 'nl', timeZone: 'UTC', origin: undefined });
  expect(await channel.send(aMessage(), 5000)).toEqual({ kind: 'accepted', status: 202 });
  expect(receiver.messages[0]?.json).toMatchObject({ type: 'message', attachments: [{ contentUrl: null }] });
  expect(receiver.messages[0]?.headers['content-type']).toBe('application/json');
});

it('a receiver that nobody finds is unreachable, and its address is told nowhere', async () => {
  const outcome = await aWebhook({ address: 'http://127.0.0.1:9/secret' }).send(aMessage(), 5000);
  expect(outcome).toEqual({ kind: 'failed', reason: 'unreachable' });
});

describe('addresses that must not be reached', () => {
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  let connections = 0;
  afterAll(() => server.close());

  const port = async (): Promise<number> => {
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  };

  /** A name service that gives these addresses, one after the other, whatever is asked. */
  const lookupOf = (...addresses: readonly string[]) => {
    let asked = 0;
    const lookup: NonNullable<NonNullable<WebhookOptions['agentOptions']>['lookup']> = (
      _,
      options,
      callback,
    ) => {
      const address = addresses[Math.min(asked++, addresses.length - 1)] ?? '';
      const family = address.includes(':') ? 6 : 4;
      if (options.all) callback(null, [{ address, family }]);
      else callback(null, address, family);
    };
    return { lookup, asked: () => asked };
  };

  it.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '0.0.0.0', '127.1'])(
    'https://%s is refused before a connection',
    async (host) => {
      const outcome = await aWebhook({ address: `https://${host}:${await port()}/` }).send(aMessage(), 5000);
      expect(outcome).toEqual({ kind: 'failed', reason: 'address-not-allowed' });
      expect(connections).toBe(0);
    },
  );

  it.each(['10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'])(
    'https://%s, an address of a private network, is refused',
    async (host) => {
      const outcome = await aWebhook({ address: `https://${host}/` }).send(aMessage(), 5000);
      expect(outcome).toEqual({ kind: 'failed', reason: 'address-not-allowed' });
    },
  );

  it('a name that leads to a private address is refused', async () => {
    const { lookup } = lookupOf('127.0.0.1');
    const channel = aWebhook({ address: `https://hooks.example:${await port()}/`, agentOptions: { lookup } });
    expect(await channel.send(aMessage(), 5000)).toEqual({ kind: 'failed', reason: 'address-not-allowed' });
    expect(connections).toBe(0);
  });

  it.each(['[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[fd00::1]', '[fe80::1]'])(
    'https://%s is never connected to',
    async (host) => {
      const outcome = await aWebhook({ address: `https://${host}:${await port()}/` }).send(aMessage(), 5000);
      expect(outcome.kind).toBe('failed');
      expect(connections).toBe(0);
    },
  );

  it('a name that is allowed first and private later is refused at the look-up of the connection', async () => {
    // 127.0.0.1 stands for a public address, which a test must not call.
    const { lookup, asked } = lookupOf('127.0.0.1', '127.0.0.2');
    const agentOptions = { lookup, allowIPAddressList: ['127.0.0.1'] };
    const channel = aWebhook({ address: `https://hooks.example:${await port()}/`, agentOptions });
    expect(await channel.send(aMessage(), 5000)).toEqual({ kind: 'failed', reason: 'unreachable' });
    expect(connections).toBe(1);
    expect(await channel.send(aMessage(), 5000)).toEqual({ kind: 'failed', reason: 'address-not-allowed' });
    expect(asked()).toBe(2);
    expect(connections).toBe(1);
  });
});
