import * as z from 'zod';
import { authenticationModes } from './http/principal.ts';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** An https address; plain http for loopback only. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || loopback.test(url.hostname));
}, 'must be https (http is for loopback addresses only)');

const schedule = z
  .string()
  .regex(/^(\S+\s+){4,5}\S+$/, 'must be an NCRONTAB expression of five or six fields');

/** Every setting of the app, by its name in the environment. */
export const settings = z
  .object({
    ERROR_LOG: z.string().optional().describe('Connection string of the storage account (local)'),
    ERROR_LOG__tableServiceUri: address
      .optional()
      .describe('Address of the Table service, reached by identity (Azure)'),
    ERROR_LOG__clientId: z.guid().optional().describe('Client id of the user-assigned identity'),
    ERROR_LOG_PREFIX: z
      .string()
      .regex(/^[a-zA-Z][a-zA-Z0-9]{1,40}$/, 'must be 2 to 41 letters and digits, a letter first')
      .default('errors')
      .describe('Prefix of table names: several desks in one account'),
    RETENTION_DAYS: z.coerce.number().int().min(1).max(90).default(7).describe('Days that entries are kept'),
    CLEANUP_SCHEDULE: schedule
      .default('0 15 * * * *')
      .describe('When the timer does its work, NCRONTAB, UTC'),
    VALIDATION_SCHEDULE: schedule
      .optional()
      .describe('When settings are checked by themselves, NCRONTAB, UTC; never if absent'),
    AUTH: z
      .enum(authenticationModes)
      .default('keys')
      .describe('Function keys, or App Service authentication'),
    DATAVERSE_URL: address.optional().describe('Address of the Dataverse environment'),
    BUSINESS_CENTRAL_URL: address.optional().describe('Ends in /v2.0/{tenant}/{environment}'),
    BUSINESS_CENTRAL_COMPANY: z.string().optional().describe('Name or id of the company to check'),
    GRAPH_URL: address.optional().describe('Root of Microsoft Graph, without version'),
    INTEGRATION_USER: z.string().optional().describe('Application id, or e-mail, of the integration user'),
    BUSINESS_CENTRAL_WEB_URL: address.optional().describe('Address of the web client, for links'),
    DATAVERSE_APP_ID: z.guid().optional().describe('Id of the model-driven app, for links'),
  })
  .superRefine((values, context) => {
    const need = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (values.ERROR_LOG && values.ERROR_LOG__tableServiceUri)
      need('ERROR_LOG', 'set either this or ERROR_LOG__tableServiceUri, not both');
    if (!values.ERROR_LOG && !values.ERROR_LOG__tableServiceUri)
      need('ERROR_LOG', 'set this (connection string) or ERROR_LOG__tableServiceUri (address, for identity)');
    if (values.BUSINESS_CENTRAL_URL && !values.BUSINESS_CENTRAL_COMPANY)
      need('BUSINESS_CENTRAL_COMPANY', 'needed with BUSINESS_CENTRAL_URL');
    if (values.BUSINESS_CENTRAL_COMPANY && !values.BUSINESS_CENTRAL_URL)
      need('BUSINESS_CENTRAL_URL', 'needed with BUSINESS_CENTRAL_COMPANY');
  });

/** The checked settings. */
export type Config = z.output<typeof settings>;

/** One or more settings are wrong; the message names them all and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The settings in an environment; an empty value counts as absent.
 * @throws {ConfigError} telling all faults at once, by name
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [name, environment[name] || undefined]),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  throw new ConfigError(`Settings are not valid. ${faults.join('; ')}`);
}
