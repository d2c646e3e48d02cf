/**
 * `npm run demo [address]`: sends a day of errors to a running app and shows its answers. Without an argument the
 * address comes from `BASE_URL`, or its port from `PORT`. A key, if the app requires one, comes from `FUNCTION_KEY`.
 */
import { AppCallError, appClient } from './app-client.ts';
import { demo } from './demo.ts';

const address =
  process.argv[2] ?? process.env['BASE_URL'] ?? `http://localhost:${process.env['PORT'] ?? 7071}`;
try {
  for await (const text of demo(appClient(address, process.env['FUNCTION_KEY']))) console.log(text);
} catch (error) {
  if (!(error instanceof AppCallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
