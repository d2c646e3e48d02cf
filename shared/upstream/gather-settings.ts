import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import type {
  BusinessCentralFacts,
  DataverseFacts,
  GraphFacts,
  SettingsSnapshot,
} from '../domain/settings-checks/settings-snapshot.ts';
import { readBusinessCentral } from './business-central.ts';
import { readDataverse } from './dataverse.ts';
import { readGraph } from './graph.ts';
import { withTimeLimit } from './time-limit.ts';
import type { UpstreamAccess, UpstreamLimits } from './upstream-client.ts';

/** Limits of one live run. */
export interface GatherLimits extends UpstreamLimits {
  /** Time that each system has. All are asked from the start of the run, so it takes no longer in all. */
  readonly systemMs: number;
}

const defaultLimits: GatherLimits = {
  systemMs: 8_000,
  pages: 50,
  bytes: 5 * 1024 * 1024,
  retries: 3,
  retryDelayMs: 300,
};

/** Where the three systems are; what is absent makes its checks skipped. */
export interface SettingsGathererOptions {
  /** Asked for by the first run that needs a token, and kept: credentials remember their tokens. */
  readonly credential: () => Promise<TokenCredential>;
  readonly dataverseUrl?: string | undefined;
  readonly businessCentralUrl?: string | undefined;
  readonly businessCentralCompany?: string | undefined;
  readonly graphUrl?: string | undefined;
  /** Application id, or e-mail address, of the integration user. */
  readonly integrationUser?: string | undefined;
  readonly limits?: Partial<GatherLimits> | undefined;
}

/** What one run looks for. */
export interface GatherInput {
  readonly now: Date;
  /** Privileges that open errors name. */
  readonly privileges: readonly string[];
}

/** Reads the facts of the three systems; never fails because one is down, the facts then say why they are not known. */
export type GatherSettings = (input: GatherInput) => Promise<SettingsSnapshot>;

/** A function that reads the facts of the three systems at once, each under its own limits. */
export function createSettingsGatherer(options: SettingsGathererOptions): GatherSettings {
  const { dataverseUrl, businessCentralUrl, businessCentralCompany, graphUrl, integrationUser } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const httpClient = createDefaultHttpClient();
  let keptCredential: Promise<TokenCredential> | undefined;
  const credential = () => {
    keptCredential ??= options.credential().catch((error: unknown) => {
      keptCredential = undefined;
      throw error;
    });
    return keptCredential;
  };
  const within = <Facts>(read: (access: UpstreamAccess) => Promise<Facts>) =>
    withTimeLimit(limits.systemMs, (timeLimit) => read({ credential, httpClient, limits, timeLimit }));

  return async ({ now, privileges }) => {
    const directoryObject = Promise.withResolvers<string | undefined>();

    async function dataverse(): Promise<DataverseFacts> {
      const foundDirectoryObject = directoryObject.resolve;
      if (dataverseUrl === undefined) {
        foundDirectoryObject(undefined);
        return notSet('DATAVERSE_URL');
      }
      return await within((access) =>
        readDataverse({ ...access, url: dataverseUrl, integrationUser, privileges, foundDirectoryObject }),
      );
    }

    async function businessCentral(): Promise<BusinessCentralFacts> {
      if (businessCentralUrl === undefined) return notSet('BUSINESS_CENTRAL_URL');
      if (businessCentralCompany === undefined) return notSet('BUSINESS_CENTRAL_COMPANY');
      const today = now.toISOString().slice(0, 10);
      return await within((access) =>
        readBusinessCentral({ ...access, url: businessCentralUrl, company: businessCentralCompany, today }),
      );
    }

    async function graph(): Promise<GraphFacts> {
      if (graphUrl === undefined) return notSet('GRAPH_URL');
      // An application id names an application user, which has no account to read.
      if (!integrationUser?.includes('@')) return {};
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
