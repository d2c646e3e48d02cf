import { app } from '@azure/functions';

// The real host can be stalled through HTTP streams, so the local host refuses an app that switches them on.
app.setup({ enableHttpStream: true });
app.http('anything', { handler: () => ({ body: 'anything' }) });
