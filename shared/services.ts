import { randomBytes } from 'node:crypto';
import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth';
import { teamsChannel } from './channels/teams-channel.ts';
import { webhookChannel } from './channels/webhook-channel.ts';
import type { Config } from './config.ts';
import type { AuthenticationMode } from './domain/authentication-mode.ts';
import type { LinkSettings } from './domain/links/record-link.ts';
import type { AlertChannel } from './domain/ports/alert-channel.ts';
import type { AlertHealth, Alerts } from './domain/ports/alerts.ts';
import type { Desk } from './domain/ports/desk.ts';
import type { ErrorLog, ErrorLogUpkeep } from './domain/ports/error-log.ts';
import type { Heartbeats } from './domain/ports/heartbeats.ts';
import type { LatestValidation } from './domain/ports/latest-validation.ts';
import { base32, ulid } from './domain/reports/ulid.ts';
import { PageFiles } from './page-files.ts';
import { sharedFor } from './shared-for.ts';
import { TableAlerts } from './storage/desk/table-alerts.ts';
import { TableDesk } from './storage/desk/table-desk.ts';
import { TableHeartbeats } from './storage/desk/table-heartbeats.ts';
import { TableLatestValidation } from './storage/desk/table-latest-validation.ts';
import { TableErrorLog } from './storage/error-log/table-error-log.ts';
import {
  countingStorageCalls,
  type StorageCallCount,
  unreadableRows,
} from './storage/tables/storage-call-count.ts';
import { openTableService, type StorageAddress } from './storage/tables/table-service.ts';
import { createSettingsGatherer } from './upstream/gather-settings.ts';
import type { AlertClock, AlertSettings } from './use-cases/alert-ports.ts';
import { openProblems } from './use-cases/open-problems.ts';
import { createSettingsValidator, type SettingsValidator } from './use-cases/validate-settings.ts';
import { WorkLimit } from './work-limit.ts';

/** What every function gets. */
export interface Services {
  readonly errorLog: ErrorLog & ErrorLogUpkeep;
  readonly desk: Desk;
  readonly validator: SettingsValidator;
  readonly latestValidation: LatestValidation;
  readonly heartbeats: Heartbeats;
  readonly alerts: Alerts;
  readonly alertChannels: readonly AlertChannel[];
  readonly alertSettings: AlertSettings;
  readonly alertClock: AlertClock;
  readonly retentionDays: number;
  /** IANA name. */
  readonly timeZone: string;
  readonly links: LinkSettings;
  readonly authentication: AuthenticationMode;
  readonly pageFiles: PageFiles;
  readonly now: () => Date;
  /** A new ULID for something that begins at this moment. */
  readonly newId: (at: Date) => string;
  /** Starts the time that one request may work on a clean-up. What it gives is true once that time is over. */
  readonly timeBox: () => () => boolean;
  /** Does some work, and adds the storage calls it makes to `count`. */
  readonly countingStorageCalls: <Result>(count: StorageCallCount, work: () => Result) => Result;
  /** Rows that could not be read so far, and were left out, while the running request is served. */
  readonly unreadableRows: () => number;
  /** Limits the bytes of reports that wait for storage on this instance. */
  readonly waitingReports: WorkLimit;
  /** Limits the exports that this instance makes at a time. */
  readonly exportSlots: WorkLimit;
  /** How the alerts are. Rejects when storage does not answer within seconds. */
  readonly checkStorage: () => Promise<AlertHealth>;
}

/** Time one request may work on a filtered clean-up, ms. The host ends a request after 230 seconds. */
const cleanupMs = 20_000;

/** Bytes of report bodies that wait for storage together: each takes a few times as much memory. */
const waitingReportBytes = 64 * 1024 * 1024;

/** Limits of the health check, which must be quick: one storage call, tried twice. */
const healthLimits = { attemptMs: 1500, totalMs: 3500, attempts: 2, firstWaitMs: 100, maxWaitMs: 200 };

/** Time for which callers share one health check, ms: anyone may ask, and each check is a storage call. */
const healthMs = 3000;

/**
 * The services of the app. Nothing is sent anywhere until one is used.
 * @param pageFolder Where the build wrote the files of the page.
 */
export function createServices(config: Config, { pageFolder }: { readonly pageFolder: string }): Services {
  const address = storageAddress(config);
  const tables = openTableService(address);
  const errorLog = new TableErrorLog(tables, config.ERROR_LOG_PREFIX);
  const desk = new TableDesk(tables, config.ERROR_LOG_PREFIX);
  const latestValidation = new TableLatestValidation(tables, config.ERROR_LOG_PREFIX, () =>
    desk.checkFormat(),
  );
  const heartbeats = new TableHeartbeats(tables, config.ERROR_LOG_PREFIX, () => desk.checkFormat());
  const now = () => new Date();
  const newId = (at: Date) => ulid(at.getTime(), base32(randomBytes(10)));
  const retentionDays = config.RETENTION_DAYS;
  const probe = new TableDesk(openTableService(address, healthLimits), config.ERROR_LOG_PREFIX);
  return {
    errorLog,
    desk,
    latestValidation,
    heartbeats,
    alerts: new TableAlerts(tables, config.ERROR_LOG_PREFIX, () => desk.checkFormat()),
    alertChannels: alertChannels(config, now),
    alertSettings: {
      off: config.ALERT_OFF ?? [],
      perHour: config.ALERT_PER_HOUR,
      quietHours: config.ALERT_QUIET_HOURS,
      timeZone: config.TIME_ZONE,
      silenceHours: config.SILENCE_HOURS,
      withTexts: config.ALERT_TEXTS,
    },
    alertClock: {
      now: () => performance.now(),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    retentionDays,
    timeZone: config.TIME_ZONE,
    now,
    newId,
    countingStorageCalls,
    unreadableRows,
    authentication: config.AUTH,
    pageFiles: new PageFiles(pageFolder),
    links: {
      ...(config.BUSINESS_CENTRAL_WEB_URL ? { businessCentralWebUrl: config.BUSINESS_CENTRAL_WEB_URL } : {}),
      ...(config.DATAVERSE_URL ? { dataverseUrl: config.DATAVERSE_URL } : {}),
      ...(config.DATAVERSE_APP_ID ? { dataverseAppId: config.DATAVERSE_APP_ID } : {}),
    },
    validator: createSettingsValidator({
      gather: createSettingsGatherer({
        credential: () => loadCredential(config.ERROR_LOG__clientId),
        dataverseUrl: config.DATAVERSE_URL,
        businessCentralUrl: config.BUSINESS_CENTRAL_URL,
        businessCentralCompanies: config.BUSINESS_CENTRAL_COMPANY,
        graphUrl: config.GRAPH_URL,
        integrationUser: config.INTEGRATION_USER,
      }),
      openProblems: () => openProblems({ errorLog, desk, retentionDays, now }),
      senders: async () => (await heartbeats.freshSenders()).map(({ company }) => company),
      latestValidation,
      now,
      newId: () => newId(now()),
    }),
    timeBox: () => {
      const end = performance.now() + cleanupMs;
      return () => performance.now() > end;
    },
    waitingReports: new WorkLimit({
      most: waitingReportBytes,
      refusal: {
        code: 'server-busy',
        detail: 'Too many reports are waiting for storage; send the same reports again',
        retryAfterSeconds: 5,
      },
    }),
    exportSlots: new WorkLimit({
      most: 2,
      refusal: {
        code: 'too-many-exports',
        detail: 'Other exports are being made; try again soon',
        retryAfterSeconds: 10,
      },
    }),
    checkStorage: sharedFor(healthMs, () => probe.ping()),
  };
}

function alertChannels(config: Config, now: () => Date): AlertChannel[] {
  const { ALERT_TEAMS_URL, ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET, ALERT_LANGUAGE, TIME_ZONE } = config;
  const origin = config.DESK_WEB_URL;
  const format = { language: ALERT_LANGUAGE, timeZone: TIME_ZONE, origin };
  return [
    ...(ALERT_TEAMS_URL ? [teamsChannel(ALERT_TEAMS_URL, format)] : []),
    ...(ALERT_WEBHOOK_URL && ALERT_WEBHOOK_SECRET
      ? [webhookChannel({ address: ALERT_WEBHOOK_URL, secrets: ALERT_WEBHOOK_SECRET, origin, now })]
      : []),
  ];
}

function storageAddress(config: Config): StorageAddress {
  if (config.ERROR_LOG) return { connectionString: config.ERROR_LOG };
  return {
    url: config.ERROR_LOG__tableServiceUri ?? '',
    credential: lazyCredential(() => loadCredential(config.ERROR_LOG__clientId)),
  };
}

/** Loads the credential for the first token: the identity library is half of the bundle. */
function lazyCredential(load: () => Promise<TokenCredential>): TokenCredential {
  let credential: Promise<TokenCredential> | undefined;
  return {
    async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
      credential ??= load();
      return (await credential).getToken(scopes, options);
    },
  };
}

async function loadCredential(clientId: string | undefined): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential(clientId ? { managedIdentityClientId: clientId } : {});
}
