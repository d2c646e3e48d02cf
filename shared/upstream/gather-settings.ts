import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import type { BusinessCentralFacts } from '../domain/settings-checks/business-central-facts.ts';
import type {
  DataverseFacts,
  GraphFacts,
  SettingsSnapshot,
} from '../domain/settings-checks/settings-snapshot.ts';
import { type StartTimer, startTimer, withTimeLimit } from './time-limit.ts';
import type { UpstreamAccess, UpstreamLimits } from './upstream-client.ts';

/** Limits of one live run. */
export interface GatherLimits extends UpstreamLimits {
  /** Time for each system. The run calls all systems at once, so it takes no longer than this. */
  readonly systemMs: number;
}

/** Limits of one live run, for each system. All companies of Business Central share them. */
const defaultLimits: GatherLimits = {
  systemMs: 8_000,
  pages: 50,
  bytes: 5 * 1024 * 1024,
  retries: 3,
  retryDelayMs: 300,
};

/** Where the three systems are. If an address is absent, its checks are skipped. */
export interface SettingsGathererOptions {
  /** Called by the first run that needs a token. The credential is kept, because it caches tokens. */
  readonly credential: () => Promise<TokenCredential>;
  readonly dataverseUrl?: string | undefined;
  readonly businessCentralUrl?: string | undefined;
  /** Names or ids of companies; `*` means all. */
  readonly businessCentralCompanies?: readonly string[] | undefined;
  readonly graphUrl?: string | undefined;
  /** Application id or e-mail address of the integration user. */
  readonly integrationUser?: string | undefined;
  readonly limits?: Partial<GatherLimits> | undefined;
  /** Starts the timer of each system; the real clock when absent. */
  readonly startTimer?: StartTimer | undefined;
}

/** Input of one run. */
export interface GatherInput {
  readonly now: Date;
  /** Privileges that open errors name. */
  readonly privileges: readonly string[];
}

/** Reads the facts of the three systems. If one is down, its facts say why they are not known. */
export type GatherSettings = (input: GatherInput) => Promise<SettingsSnapshot>;

/** Creates a function that reads the three systems at once, each within its own limits. */
export function createSettingsGatherer(options: SettingsGathererOptions): GatherSettings {
  const { dataverseUrl, businessCentralUrl, businessCentralCompanies, graphUrl, integrationUser } = options;
  const limits = { ...defaultLimits, ...options.limits };
  let keptHttpClient: HttpClient | undefined;
  let keptCredential: Promise<TokenCredential> | undefined;
  const credential = () => {
    keptCredential ??= options.credential().catch((error: unknown) => {
      keptCredential = undefined;
      throw error;
    });
    return keptCredential;
  };
  const within = async <Facts>(read: (access: UpstreamAccess) => Promise<Facts>) => {
    // Loaded by the first run: the app starts without it.
    keptHttpClient ??= (await import('@azure/core-rest-pipeline')).createDefaultHttpClient();
    const httpClient = keptHttpClient;
    return await withTimeLimit(limits.systemMs, options.startTimer ?? startTimer, (timeLimit) =>
      read({ credential, httpClient, limits, timeLimit }),
    );
  };

  // The adapters are loaded by the first run: building their schemas would slow down every cold start.
  return async ({ now, privileges }) => {
    const directoryObject = Promise.withResolvers<string | undefined>();

    async function dataverse(): Promise<DataverseFacts> {
      const foundDirectoryObject = directoryObject.resolve;
      if (dataverseUrl === undefined) {
        foundDirectoryObject(undefined);
        return notSet('DATAVERSE_URL');
      }
      const { readDataverse } = await import('./dataverse.ts');
      return await within((access) =>
        readDataverse({ ...access, url: dataverseUrl, integrationUser, privileges, foundDirectoryObject }),
      );
    }

    async function businessCentral(): Promise<BusinessCentralFacts> {
      if (businessCentralUrl === undefined) return notSet('BUSINESS_CENTRAL_URL');
      if (businessCentralCompanies === undefined) return notSet('BUSINESS_CENTRAL_COMPANY');
      const { readBusinessCentral } = await import('./business-central.ts');
      const today = now.toISOString().slice(0, 10);
      return await within((access) =>
        readBusinessCentral({
          ...access,
          url: businessCentralUrl,
          companies: businessCentralCompanies,
          today,
        }),
      );
    }

    async function graph(): Promise<GraphFacts> {
      if (graphUrl === undefined) return notSet('GRAPH_URL');
      if (integrationUser === undefined) return notSet('INTEGRATION_USER');
      // An application id means an application user, which has no account to read.
      if (!integrationUser.includes('@')) return notSet('INTEGRATION_USER is no e-mail address');
      const { readGraph } = await import('./graph.ts');
      return await within((access) =>
        readGraph({
          ...access,
          url: graphUrl,
          account: integrationUser,
          directoryObject: directoryObject.promise,
        }),
      );
    }

    const [dataverseFacts, businessCentralFacts, graphFacts] = await Promise.all([
      dataverse(),
      businessCentral(),
      graph(),
    ]);
    return { dataverse: dataverseFacts, businessCentral: businessCentralFacts, graph: graphFacts };
  };
}

function notSet(setting: string) {
  return { unavailable: { reason: 'not-configured', detail: setting } } as const;
}
