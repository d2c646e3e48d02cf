import { setTimeout } from 'node:timers/promises';
import { app } from '@azure/functions';

app.timer('everySecond', {
  schedule: '* * * * * *',
  handler: (timer, context) => context.log(`ticked ${JSON.stringify(timer.scheduleStatus ?? null)}`),
});
app.timer('daily', {
  schedule: '%DAILY%',
  handler: (timer, context) => context.log(JSON.stringify(timer)),
});
app.timer('atStart', {
  schedule: '0 0 0 29 2 *',
  runOnStartup: true,
  useMonitor: false,
  handler: (_timer, context) => context.log('ran at start'),
});
app.timer('retried', {
  schedule: '0 0 0 1 1 *',
  retry: { strategy: 'fixedDelay', maxRetryCount: 2, delayInterval: 0 },
  handler: (_timer, context) => {
    const { retryContext } = context;
    context.log(
      retryContext ? `retry ${retryContext.retryCount} of ${retryContext.maxRetryCount}` : 'first try',
    );
    if (retryContext?.retryCount !== 2) throw new Error('broken on purpose');
  },
});
app.timer('off', { schedule: '* * * * * *', handler: (_timer, context) => context.log('off ran') });

app.timer('slow', {
  schedule: '0 0 0 1 1 *',
  handler: async (_timer, context) => {
    context.log('slow began');
    // Long enough for a stop that does not wait to be over.
    await setTimeout(300);
    context.log('slow ended');
  },
});
app.http('stuck', { authLevel: 'anonymous', handler: () => new Promise(() => undefined) });
app.http('echo', {
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: async (request) => ({ body: await request.text() }),
});
