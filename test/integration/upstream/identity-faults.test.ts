import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSettingsGatherer } from '../../../shared/upstream/gather-settings.ts';
import { ids, personAddress } from '../../support/integration-settings.ts';
import { now, startLocalSystems } from '../../support/local-systems.ts';
import { type IdentityServer, startIdentityServer } from '../../support/upstream-identity.ts';

let identity: IdentityServer;
beforeAll(async () => {
  identity = await startIdentityServer();
});
afterAll(async () => {
  await identity[Symbol.asyncDispose]();
});

// The order matters: the credential class keeps the tokens of the public services once it has them.
it('ends in time when the identity endpoint hangs, as timed out', async () => {
  await using systems = await startLocalSystems(identity);
  identity.behaviour = 'hangs';
  const start = performance.now();
  const snapshot = await systems.gather({ integrationUser: personAddress, limits: { systemMs: 300 } });
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(identity.resources).toHaveLength(3);
  const unavailable = { reason: 'timed-out', detail: 'no token in time' };
  expect(snapshot).toMatchObject({
    dataverse: { integrationUsers: { unavailable }, transactionCurrencies: { unavailable } },
    businessCentral: { unavailable },
    graph: { user: { unavailable }, directoryRoles: { unavailable } },
  });
  expect(systems.dataverse.requests).toEqual([]);
});

it('says not permitted when the identity endpoint gives no token, and nothing of why', async () => {
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

it('says not permitted when there is no credential to make', async () => {
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

it('makes the credential once, and anew after it could not be made', async () => {
  await using systems = await startLocalSystems(identity);
  identity.behaviour = 'gives';
  let made = 0;
  const gather = createSettingsGatherer({
    credential: () =>
      ++made === 1
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
  expect(made).toBe(2);
});
