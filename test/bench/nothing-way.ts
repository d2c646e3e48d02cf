/**
 * A function app that reads a report, stores nothing and answers as the app does: what the local host and the library
 * cost by themselves, and so the most that any way of storing could reach here.
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
