import { ManagedIdentityCredential } from '@azure/identity';
import {
  createSettingsGatherer,
  type SettingsGathererOptions,
} from '../../shared/upstream/gather-settings.ts';
import { healthyBusinessCentral, healthyDataverse, healthyGraph, ids } from './integration-settings.ts';
import {
  type BusinessCentralData,
  environmentPath,
  startBusinessCentral,
} from './upstream-business-central.ts';
import { type DataverseData, startDataverse } from './upstream-dataverse.ts';
import { type GraphData, startGraph } from './upstream-graph.ts';
import type { IdentityServer } from './upstream-identity.ts';

interface LocalSystemsOptions {
  readonly dataverse?: DataverseData;
  readonly businessCentral?: BusinessCentralData;
  readonly graph?: GraphData;
}

/** The time at which the local data is judged. */
export const now = new Date('2026-11-22T12:00:00.000Z');

/**
 * Starts the three systems. `gather` reads them with the real credential class. Each test file starts one identity
 * endpoint for all its tests, because the credential keeps using the first endpoint of its process.
 */
export async function startLocalSystems(
  identity: IdentityServer,
  { dataverse, businessCentral, graph }: LocalSystemsOptions = {},
) {
  const stack = new AsyncDisposableStack();
  const servers = {
    dataverse: stack.use(await startDataverse(dataverse ?? healthyDataverse())),
    businessCentral: stack.use(await startBusinessCentral(businessCentral ?? healthyBusinessCentral())),
    graph: stack.use(await startGraph(graph ?? healthyGraph())),
  };
  // The credential reads the environment when it is created.
  Object.assign(process.env, identity.environment);
  const credential = new ManagedIdentityCredential({ retryOptions: { maxRetries: 0 } });
  return {
    ...servers,
    /** Reads the local systems, with short waits before retries. */
    gather: async (options: Partial<SettingsGathererOptions> = {}, privileges: readonly string[] = []) =>
      await createSettingsGatherer({
        credential: () => Promise.resolve(credential),
        dataverseUrl: servers.dataverse.origin,
        businessCentralUrl: servers.businessCentral.origin + environmentPath,
        businessCentralCompanies: ['CRONUS NL'],
        graphUrl: servers.graph.origin,
        integrationUser: ids.application,
        ...options,
        limits: { retryDelayMs: 1, ...options.limits },
      })({ now, privileges }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
