import { app, type HttpRequest, type InvocationContext } from '@azure/functions';

// The types forbid to return nothing; at run time it happens.
const returnNothing = () => JSON.parse('{}').nothing;

/** Tells what the function saw of its request. */
async function echo(request: HttpRequest, context: InvocationContext) {
  return {
    jsonBody: {
      function: context.functionName,
      method: request.method,
      url: request.url,
      params: request.params,
      query: [...request.query],
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
    },
  };
}

app.http('echo', {
  route: 'echo/{id:int}/{*rest}',
  methods: ['GET', 'POST', 'PUT'],
  authLevel: 'anonymous',
  handler: echo,
});
app.http('optional', { route: 'optional/{name?}', authLevel: 'anonymous', handler: echo });

// The first in the order of names takes what both match.
app.http('bothGeneric', { route: 'b/{id}', methods: ['GET'], authLevel: 'anonymous', handler: echo });
app.http('bothSpecial', { route: 'b/special', methods: ['GET'], authLevel: 'anonymous', handler: echo });

app.http('readThing', { route: 'things', methods: ['GET'], authLevel: 'anonymous', handler: echo });
app.http('writeThing', { route: 'things', methods: ['POST'], authLevel: 'anonymous', handler: echo });

app.http('defaultLevel', { handler: echo });
app.http('keyed', { authLevel: 'function', handler: echo });
app.http('otherKeyed', { authLevel: 'function', handler: echo });
app.http('masterOnly', { authLevel: 'admin', handler: echo });
app.http('switchedOff', { authLevel: 'anonymous', handler: echo });

app.http('nothing', { authLevel: 'anonymous', handler: returnNothing });
app.http('fails', {
  authLevel: 'anonymous',
  handler: () => {
    throw new Error('broken on purpose');
  },
});
app.http('notAnObject', { authLevel: 'anonymous', handler: () => JSON.parse('"text"') });
app.http('whole', {
  authLevel: 'anonymous',
  handler: () => ({
    status: 418,
    headers: { 'x-own': 'yes' },
    cookies: [
      {
        name: 'a',
        value: 'b c',
        path: '/',
        maxAge: 60,
        expires: new Date('2026-11-22T06:00:00Z'),
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
        domain: 'example.com',
      },
      { name: 'd', value: 'e' },
    ],
    body: new Uint8Array([0, 255, 1]),
  }),
});
app.http('empty204', { authLevel: 'anonymous', handler: () => ({ status: 204, jsonBody: { lost: true } }) });
app.http('logs', {
  authLevel: 'anonymous',
  handler: (_request, context) => {
    context.trace('a trace');
    context.debug('a debug');
    context.info('an information');
    context.warn('a warning');
    context.error('an error');
    return { body: 'logged' };
  },
});
app.http('environment', {
  authLevel: 'anonymous',
  handler: async (request) => ({ body: process.env[await request.text()] ?? '(absent)' }),
});

// Each of these is in error, and the rest is served all the same.
app.http('adminRoute', { route: 'administrators/{id}', handler: echo });
app.http('runtimeRoute', { route: 'Runtime', handler: echo });
app.http('administer', { handler: echo });
app.http('9digits', { handler: echo });
app.http('host', { handler: echo });
app.http('zSecondThing', { route: 'Things', methods: ['POST', 'PUT'], handler: echo });
app.http('unknownConstraint', { route: 'u/{id:uuid}', handler: echo });
app.timer('badSchedule', { schedule: '0 0 0 ? * *', handler: () => undefined });
app.timer('missingSetting', { schedule: '%NO_SUCH_SETTING%', handler: () => undefined });
