import { app, type HttpRequest, type InvocationContext } from '@azure/functions';

// The types require an answer; at run time a function may return nothing.
const returnNothing = () => JSON.parse('{}').nothing;

/** Answers with what the function got of its request. */
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
      trace: context.traceContext?.traceParent ?? '',
    },
  };
}

app.http('echo', {
  route: 'echo/{name}/of/{id}',
  methods: ['GET', 'POST', 'PUT'],
  authLevel: 'anonymous',
  handler: echo,
});
app.http('open', { route: 'open/{name}', authLevel: 'anonymous', handler: echo });

// Functions are tried in the order of their names: this one takes `b/special` as well.
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
  handler: () => ({ status: 418, headers: { 'x-own': 'yes' }, body: new Uint8Array([0, 255, 1]) }),
});
app.http('cookies', {
  authLevel: 'anonymous',
  handler: () => ({ cookies: [{ name: 'a', value: 'b' }], body: 'with a cookie' }),
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
app.http('logsAfterwards', {
  authLevel: 'anonymous',
  handler: (_request, context) => {
    setImmediate(() => context.log('afterwards'));
    return { body: 'ended' };
  },
});
app.http('late', {
  authLevel: 'anonymous',
  handler: () => {
    app.http('tooLate', { handler: () => ({ body: 'too late' }) });
    return { body: 'registered' };
  },
});
app.http('environment', {
  authLevel: 'anonymous',
  handler: async (request) => ({ body: process.env[await request.text()] ?? '(absent)' }),
});

// Each of these is in error; the others are served all the same.
app.http('adminRoute', { route: 'administrators/{id}', handler: echo });
app.http('runtimeRoute', { route: 'Runtime', handler: echo });
app.http('administer', { handler: echo });
app.http('9digits', { handler: echo });
app.http('host', { handler: echo });
app.http('zSecondThing', { route: 'Things', methods: ['POST', 'PUT'], handler: echo });
app.http('constrained', { route: 'u/{id:int}', handler: echo });
app.timer('badSchedule', { schedule: '0 0 0 ? * *', handler: () => undefined });
