import * as z from 'zod';
import { type AlertRule, alertRules } from './domain/alerts/alert-rule.ts';
import { quietHoursIn } from './domain/alerts/quiet-hours.ts';
import { authenticationModes } from './domain/authentication-mode.ts';
import { languages } from './domain/language.ts';
import { isLoopback } from './domain/loopback.ts';
import { parseNcrontab } from './ncrontab.ts';

/** An https address; plain http for loopback only. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || isLoopback(url.hostname));
}, 'must be https (http is for loopback addresses only)');

/** An address without a path, as browsers send it in `Origin`. */
const origin = address
  .refine(
    (text) => URL.parse(text)?.href === `${URL.parse(text)?.origin}/`,
    'must be an origin, without a path',
  )
  .transform((text) => new URL(text).origin);

/** Names or ids, one a line, or separated by semicolons if there is no line break. Names may contain commas. */
const companies = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(/[\r\n]/.test(text.trim()) ? /[\r\n]+/ : ';')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ])
  .refine((names) => names.length > 0, 'must name a company');

const schedule = z.string().refine(isNcrontab, 'must be an NCRONTAB expression such as 0 15 * * * *');

function isNcrontab(text: string): boolean {
  try {
    parseNcrontab(text);
    return true;
  } catch {
    // The parser throws; the schema reports it with all other faults.
    return false;
  }
}

/** The emulator's connection string, or one with an account key or a signature: the Tables SDK refuses all others. */
const connectionString = z.string().refine((text) => {
  if (/usedevelopmentstorage=true/i.test(text)) return true;
  const parts = text.split(';').map((part) => /^\s*(\w+)=(.*)$/.exec(part) ?? []);
  const values = new Map(parts.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
  const protocol = values.get('defaultendpointsprotocol');
  const endpoint = values.get('tableendpoint');
  if (values.get('sharedaccesssignature')) return Boolean(endpoint) && URL.canParse(endpoint ?? '');
  const isReachable = Boolean(endpoint) || (/^https?$/i.test(protocol ?? '') && values.get('endpointsuffix'));
  return Boolean(protocol && values.get('accountname') && values.get('accountkey') && isReachable);
}, 'must be a connection string with DefaultEndpointsProtocol, AccountName, AccountKey and EndpointSuffix or TableEndpoint, or with TableEndpoint and SharedAccessSignature');

/** The whole address is a secret: whoever has it may post. Only Microsoft's hosts run workflows. */
const teamsAddress = address.refine(isTeamsAddress, 'must be the address of a workflow of Microsoft Teams');

function isTeamsAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  if (url.protocol === 'http:') return isLoopback(url.hostname);
  const isKnown = /\.(logic\.azure\.com|environment\.api\.powerplatform\.com)$/.test(url.hostname);
  return isKnown && url.port === '' && url.username === '' && url.password === '';
}

/** One secret of Standard Webhooks, or two separated by a space. */
const webhookSecrets = z
  .string()
  .transform((text) => text.trim().split(/\s+/))
  .refine(
    (secrets) => secrets.length <= 2 && secrets.every(isWebhookSecret),
    'must be whsec_ and 24 to 64 bytes in base64, or two of them separated by a space',
  );

function isWebhookSecret(text: string): boolean {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 && bytes.length >= 24 && bytes.length <= 64;
}

/** Names of rules, separated by commas. */
const ruleNames = z.string().transform((text, context): AlertRule[] => {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const rules = names.map((name) => alertRules.find((rule) => rule === name));
  const known = rules.filter((rule) => rule !== undefined);
  if (known.length === names.length) return known;
  context.addIssue(`must be names of rules, separated by commas: ${alertRules.join(', ')}`);
  return z.NEVER;
});

const quietHours = z.string().transform((text, context) => {
  const hours = quietHoursIn(text);
  if (hours) return hours;
  context.addIssue('must be two times of day such as 22:00-06:00');
  return z.NEVER;
});

const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    // The formatter throws; the schema reports it with all other faults.
    return false;
  }
}, 'must be an IANA time zone such as Europe/Amsterdam');

/** A whole number without sign or fraction. */
function wholeNumber(from: number, to: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);
}

/** Every setting of the app, by its name in the environment. */
export const settings = z.object({
  ERROR_LOG: connectionString.optional().describe('Connection string of the storage account (local)'),
  ERROR_LOG__tableServiceUri: address
    .optional()
    .describe('Address of the Table service, reached by identity (Azure)'),
  ERROR_LOG__clientId: z.guid().optional().describe('Client id of the user-assigned identity'),
  ERROR_LOG_PREFIX: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9]{1,40}$/, 'must be 2 to 41 letters and digits, a letter first')
    .default('errors')
    .describe('Prefix of table names: several desks in one account'),
  RETENTION_DAYS: z
    .string()
    .regex(/^0*([1-9]|[1-8]\d|90)$/, 'must be a whole number from 1 to 90')
    .transform(Number)
    .default(7)
    .describe('Days that entries are kept'),
  CLEANUP_SCHEDULE: schedule
    .default('0 15 * * * *')
    .describe('When the maintenance timer runs, NCRONTAB, UTC'),
  VALIDATION_SCHEDULE: schedule
    .optional()
    .describe('When the settings are checked by timer, NCRONTAB, UTC; never if absent'),
  AUTH: z.enum(authenticationModes).default('keys').describe('Function keys, or App Service authentication'),
  DATAVERSE_URL: address.optional().describe('Address of the Dataverse environment'),
  BUSINESS_CENTRAL_URL: address
    .regex(/\/v2\.0\/[^/?#]+\/[^/?#]+\/?$/, 'must end in /v2.0/{tenant}/{environment}')
    .optional()
    .describe('Ends in /v2.0/{tenant}/{environment}'),
  BUSINESS_CENTRAL_COMPANY: companies
    .optional()
    .describe('Names or ids of the companies to check, one a line or separated by ";"; * for all'),
  GRAPH_URL: address.optional().describe('Root of Microsoft Graph, without version'),
  INTEGRATION_USER: z.string().optional().describe('Application id, or e-mail, of the integration user'),
  BUSINESS_CENTRAL_WEB_URL: address.optional().describe('Address of the web client, for links'),
  DATAVERSE_APP_ID: z.guid().optional().describe('Id of the model-driven app, for links'),
  DESK_WEB_URL: origin.optional().describe('Origin of the web page of the desk'),
  ALERT_TEAMS_URL: teamsAddress
    .optional()
    .describe('Address of a workflow of Microsoft Teams that posts alerts'),
  ALERT_WEBHOOK_URL: address.optional().describe('Address of a webhook that gets alerts'),
  ALERT_WEBHOOK_SECRET: webhookSecrets
    .optional()
    .describe('Secret that signs what the webhook gets, or two separated by a space'),
  ALERT_SCHEDULE: schedule.default('0 */5 * * * *').describe('When the timer of alerts runs, NCRONTAB, UTC'),
  ALERT_OFF: ruleNames.optional().describe('Rules that are not told, separated by commas'),
  ALERT_PER_HOUR: wholeNumber(1, 100_000)
    .default(50)
    .describe('Errors of one problem in an hour from which they can be a surge'),
  ALERT_LANGUAGE: z.enum(languages).default('en').describe('Language of alerts'),
  ALERT_TEXTS: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false)
    .describe('Whether alerts tell the text of an error'),
  ALERT_QUIET_HOURS: quietHours.optional().describe('Hours in which alerts wait, such as 22:00-06:00'),
  TIME_ZONE: timeZone
    .default('UTC')
    .describe('IANA time zone of times in alerts, of quiet hours and of dates in xlsx'),
  SILENCE_HOURS: wholeNumber(1, 720)
    .optional()
    .describe('Hours without a report after which a sender without heartbeats is silent; never if absent'),
});

type Given = Readonly<Partial<Record<keyof typeof settings.shape, string | undefined>>>;

type Environment = Readonly<Record<string, string | undefined>>;

/** Faults in the combination of settings, and of settings with the platform. */
function groupFaults(given: Given, { WEBSITE_AUTH_ENABLED }: Environment): string[] {
  const faults: [boolean, string][] = [
    [
      Boolean(given.ERROR_LOG && given.ERROR_LOG__tableServiceUri),
      'ERROR_LOG: set either this or ERROR_LOG__tableServiceUri, not both',
    ],
    [
      !given.ERROR_LOG && !given.ERROR_LOG__tableServiceUri,
      'ERROR_LOG: set this (connection string) or ERROR_LOG__tableServiceUri (address, for identity)',
    ],
    [
      Boolean(given.BUSINESS_CENTRAL_URL && !given.BUSINESS_CENTRAL_COMPANY),
      'BUSINESS_CENTRAL_COMPANY: needed with BUSINESS_CENTRAL_URL',
    ],
    [
      Boolean(given.BUSINESS_CENTRAL_COMPANY && !given.BUSINESS_CENTRAL_URL),
      'BUSINESS_CENTRAL_URL: needed with BUSINESS_CENTRAL_COMPANY',
    ],
    [
      Boolean(given.ALERT_WEBHOOK_URL && !given.ALERT_WEBHOOK_SECRET),
      'ALERT_WEBHOOK_SECRET: needed with ALERT_WEBHOOK_URL',
    ],
    [
      Boolean(given.ALERT_WEBHOOK_SECRET && !given.ALERT_WEBHOOK_URL),
      'ALERT_WEBHOOK_URL: needed with ALERT_WEBHOOK_SECRET',
    ],
    // Without that check by the platform, a caller could write the header that names who is signed in.
    [
      given.AUTH === 'entra' && WEBSITE_AUTH_ENABLED?.toLowerCase() !== 'true',
      'AUTH: entra needs App Service authentication, and the platform does not say that it is on (WEBSITE_AUTH_ENABLED=True)',
    ],
  ];
  return faults.filter(([isWrong]) => isWrong).map(([, fault]) => fault);
}

export type Config = z.output<typeof settings>;

/** One or more settings are wrong. The message names them all, and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The checked settings of an environment. An empty value counts as absent. If DESK_WEB_URL is absent, the host name that
 * the platform gives is used.
 * @throws {ConfigError} with all faults, each with the name of its setting
 */
export function readConfig(environment: Environment): Config {
  const given: Given = {
    ...Object.fromEntries(Object.keys(settings.shape).map((name) => [name, environment[name] || undefined])),
    DESK_WEB_URL: environment['DESK_WEB_URL'] || platformOrigin(environment['WEBSITE_HOSTNAME']),
  };
  // Read once: compiling a parser would take longer than parsing.
  const parsed = settings.safeParse(given, { jitless: true });
  const groups = groupFaults(given, environment);
  if (parsed.success && groups.length === 0) return parsed.data;
  const issues = parsed.error?.issues ?? [];
  const faults = [...issues.map(({ path, message }) => `${String(path[0])}: ${message}`), ...groups];
  throw new ConfigError(`Settings are not valid. ${faults.join('; ')}`);
}

/** The origin of the app by the host name that the platform gives; Core Tools give one on the loopback address. */
function platformOrigin(hostName: string | undefined): string | undefined {
  const url = hostName ? URL.parse(`https://${hostName}`) : null;
  if (!url) return undefined;
  return isLoopback(url.hostname) ? `http://${url.host}` : url.origin;
}
