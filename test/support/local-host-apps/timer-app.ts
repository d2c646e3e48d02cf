import { channel } from 'node:diagnostics_channel';
import { app } from '@azure/functions';

app.timer('everySecond', { schedule: '* * * * * *', handler: (_timer, context) => context.log('ticked') });
app.timer('daily', {
  schedule: '0 30 3 * * *',
  handler: (timer, context) => context.log(JSON.stringify(timer)),
});
app.timer('off', { schedule: '* * * * * *', handler: (_timer, context) => context.log('off ran') });

/** Runs until a test publishes to the channel `end-slow`. */
app.timer('slow', {
  schedule: '0 0 0 1 1 *',
  handler: async (_timer, context) => {
    context.log('slow began');
    await new Promise<void>((resolve) => channel('end-slow').subscribe(() => resolve()));
    context.log('slow ended');
  },
});
app.http('stuck', { authLevel: 'anonymous', handler: () => new Promise(() => undefined) });
app.http('echo', {
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: async (request) => ({ body: await request.text() }),
});
