/**
 * A function app that reads a report, stores nothing and answers as the app does. It shows the cost of the local host and
 * the library alone, and so the upper limit for every way of storing.
 */
import { app } from '@azure/functions';

app.http('reportErrors', {
  methods: ['POST'],
  route: 'errors',
  authLevel: 'anonymous',
  async handler(request) {
    await request.json();
    return { status: 201, jsonBody: { stored: 1, duplicates: 0 } };
  },
});
