/**
 * `npm run demo:receiver`: starts an app of its own, whose alerts run every 10 seconds, and a receiver on this machine; then
 * lets something happen and prints what arrives. It takes four minutes, and leaves nothing behind.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.ts';
import { startAzurite } from '../local/azurite.ts';
import { startHost } from '../local/function-host.ts';
import { startDemoReceiver } from './alert-receiver.ts';
import { alertStory } from './alert-story.ts';
import { appClient } from './app-client.ts';

const channels = 2;
const projectFolder = join(import.meta.dirname, '../..');

const folder = await mkdtemp(join(tmpdir(), 'alerts-demo-'));
const secret = `whsec_${randomBytes(32).toString('base64')}`;
let arrived = 0;
let noteArrival: () => void = () => undefined;
const receiver = await startDemoReceiver(secret, (text) => {
  console.log(`${text}\n`);
  arrived++;
  noteArrival();
});
console.log('Starting an app, its storage in memory…');
const azurite = await startAzurite({});
const host = await startHost({
  appFolder: projectFolder,
  main: await build({ outfile: join(folder, 'main.cjs') }),
  withoutLocalSettings: true,
  environment: {
    ERROR_LOG: azurite.connectionString,
    ALERT_SCHEDULE: '*/10 * * * * *',
    ALERT_TEAMS_URL: receiver.teamsUrl,
    ALERT_WEBHOOK_URL: receiver.webhookUrl,
    ALERT_WEBHOOK_SECRET: secret,
    ALERT_LANGUAGE: process.env['ALERT_LANGUAGE'] ?? 'en',
    DESK_WEB_URL: 'http://localhost:7071',
  },
});
try {
  let expected = 0;
  for (const { text, act, messages } of alertStory(appClient(host.url, undefined))) {
    console.log(`${text}\n`);
    expected += messages * channels;
    await act();
    while (arrived < expected)
      await new Promise<void>((resolve) => {
        noteArrival = resolve;
      });
  }
} finally {
  await host.close();
  await azurite.close();
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
}
