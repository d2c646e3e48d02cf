import { app, type HttpRequest, type InvocationContext } from '@azure/functions';

app.setup({ enableHttpStream: true });

// The types forbid to return nothing; at run time it happens.
const returnNothing = () => JSON.parse('{}').nothing;

/** Tells what the function saw of its request. */
async function echo(request: HttpRequest, context: InvocationContext) {
  return {
    status: 201,
    headers: { 'x-own': 'yes' },
    cookies: [{ name: 'a', value: 'b' }],
    jsonBody: {
      function: context.functionName,
      method: request.method,
      url: request.url,
      params: request.params,
      all: request.query.getAll('a'),
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    },
  };
}

app.http('echo', {
  route: 'echo/{id?}',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  authLevel: 'anonymous',
  handler: echo,
});
app.http('nothing', { authLevel: 'anonymous', handler: returnNothing });
app.http('fails', {
  authLevel: 'anonymous',
  handler: () => {
    throw new Error('broken on purpose');
  },
});

let release: (() => void) | undefined;
/** Sends a first part and waits for a request to `release` before the second. */
app.http('twoParts', {
  authLevel: 'anonymous',
  handler: () => ({
    body: (async function* parts() {
      yield Buffer.from('first,');
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      yield Buffer.from('second');
    })(),
  }),
});
app.http('release', {
  authLevel: 'anonymous',
  handler: () => {
    release?.();
    return { body: 'released' };
  },
});
app.http('breaksOff', {
  authLevel: 'anonymous',
  handler: () => ({
    body: (async function* parts() {
      yield Buffer.from('first,');
      await Promise.resolve();
      throw new Error('broken in the middle');
    })(),
  }),
});
app.http('firstPart', {
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: async (request) => {
    for await (const part of request.body ?? []) return { body: Buffer.from(part).toString() };
    return { body: '(none)' };
  },
});
app.http('unread', { methods: ['POST'], authLevel: 'anonymous', handler: () => ({ body: 'did not look' }) });
