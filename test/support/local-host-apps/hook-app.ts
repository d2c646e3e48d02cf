import { app } from '@azure/functions';

app.hook.preInvocation(() => undefined);
app.http('anything', { handler: () => ({ body: 'anything' }) });
