import { app } from '@azure/functions';

app.hook.appStart((context) => {
  process.stdout.write(`appStart with ${Object.keys(context.hookData).length} values\n`);
});
app.hook.appTerminate(() => {
  throw new Error('broken on purpose');
});
app.hook.appTerminate(() => {
  process.stdout.write('appTerminate\n');
});
app.hook.preInvocation((context) => {
  context.hookData['before'] = 'kept';
  if (context.invocationContext.functionName === 'replaced')
    context.functionHandler = () => ({ body: 'by the hook' });
});
app.hook.postInvocation((context) => {
  if (context.invocationContext.functionName === 'mended') {
    context.invocationContext.log(`post ${context.hookData['before']}`);
    context.error = undefined;
    context.result = { body: 'mended' };
  }
});
app.hook.log((context) => {
  context.message = `${context.message} (${context.category})`;
});
app.hook.preInvocation(() => undefined).dispose();

app.http('replaced', { authLevel: 'anonymous', handler: () => ({ body: 'by the function' }) });
app.http('mended', {
  authLevel: 'anonymous',
  handler: () => {
    throw new Error('broken on purpose');
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
