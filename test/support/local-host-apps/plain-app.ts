import { app } from '@azure/functions';

app.http('hello', {
  route: 'hello/{name?}',
  methods: ['GET', 'POST'],
  handler: async (request, context) => {
    context.log('hello');
    return {
      jsonBody: { params: request.params, all: request.query.getAll('a'), body: await request.text() },
    };
  },
});
app.http('nothing', { handler: () => undefined });
app.http('fails', {
  handler: () => {
    throw new Error('broken');
  },
});
app.timer('tick', {
  schedule: '0 0 3 * * *',
  handler: (timer, context) => {
    context.log(JSON.stringify(timer));
  },
});
