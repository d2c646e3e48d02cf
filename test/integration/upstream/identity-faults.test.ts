import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { afterAll, expect, it } from 'vitest';
import { createSettingsGatherer } from '../../../shared/upstream/gather-settings.ts';
import { ids, personAddress } from '../../support/integration-settings.ts';
import { now, startLocalSystems } from '../../support/local-systems.ts';
import { manualTimers } from '../../support/manual-timers.ts';
import { startIdentityServer } from '../../support/upstream-identity.ts';

const identity = await startIdentityServer();
afterAll(() => identity[Symbol.asyncDispose]());

// The order of these tests matters: the credential class keeps the tokens of the public services once it has them.
it('ends at the time limit when the identity endpoint hangs', async () => {
  await using systems = await startLocalSystems(identity);
  identity.behaviour = 'hangs';
  const timers = manualTimers();
  const gathering = systems.gather({ integrationUser: personAddress, startTimer: timers.startTimer });
  await expect.poll(() => identity.resources, { interval: 1 }).toHaveLength(3);
  timers.endAll();
  const snapshot = await gathering;
  const unavailable = { reason: 'timed-out', detail: 'no token in time' };
  expect(snapshot).toMatchObject({
    dataverse: { integrationUsers: { unavailable }, transactionCurrencies: { unavailable } },
    businessCentral: { unavailable },
    graph: { user: { unavailable }, directoryRoles: { unavailable } },
  });
  expect(systems.dataverse.requests).toEqual([]);
});

it('gives not-permitted without details when the identity endpoint gives no token', async () => {
  await using systems = await startLocalSystems(identity);
  identity.behaviour = 'refuses';
  const snapshot = await systems.gather({ integrationUser: personAddress });
  const unavailable = { reason: 'not-permitted', detail: 'no token' };
  expect(snapshot).toMatchObject({
    dataverse: { integrationUsers: { unavailable } },
    businessCentral: { unavailable },
    graph: { user: { unavailable } },
  });
  expect(systems.businessCentral.requests).toEqual([]);
});

it('gives not-permitted when the credential cannot be created', async () => {
  await using systems = await startLocalSystems(identity);
  const { dataverse } = await systems.gather({ credential: () => Promise.reject(new Error('No module')) });
  expect(dataverse?.integrationUsers).toMatchObject({ unavailable: { reason: 'not-permitted' } });
});

it.each([
  ['ManagedIdentityCredential', () => new ManagedIdentityCredential()],
  ['DefaultAzureCredential', () => new DefaultAzureCredential()],
])('reads with a token of %s', async (_, createCredential) => {
  await using systems = await startLocalSystems(identity);
  identity.behaviour = 'gives';
  const gather = createSettingsGatherer({
    credential: () => Promise.resolve(createCredential()),
    dataverseUrl: systems.dataverse.origin,
    integrationUser: ids.application,
  });
  const { dataverse } = await gather({ now, privileges: [] });
  expect(dataverse?.integrationUsers?.value).toHaveLength(1);
  expect(systems.dataverse.breaches).toEqual([]);
});

it('creates the credential once, and again after a failure', async () => {
  await using systems = await startLocalSystems(identity);
  identity.behaviour = 'gives';
  let created = 0;
  const gather = createSettingsGatherer({
    credential: () =>
      ++created === 1
        ? Promise.reject(new Error('No module'))
        : Promise.resolve(new ManagedIdentityCredential()),
    dataverseUrl: systems.dataverse.origin,
    graphUrl: systems.graph.origin,
    integrationUser: personAddress,
  });
  const input = { now, privileges: [] };
  expect((await gather(input)).dataverse?.organization).toHaveProperty('unavailable');
  expect((await gather(input)).dataverse?.organization).toHaveProperty('value');
  expect((await gather(input)).graph?.user).toHaveProperty('value');
  expect(created).toBe(2);
});
