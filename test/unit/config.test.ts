import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, settings } from '../../shared/config.ts';

const storage = { ERROR_LOG: 'UseDevelopmentStorage=true' };
const account =
  'DefaultEndpointsProtocol=https;AccountName=desk;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net';
const guid = 'c9b7a3de-1111-4222-8333-444455556666';
const businessCentral = {
  BUSINESS_CENTRAL_URL: 'https://api.businesscentral.dynamics.com/v2.0/contoso.com/Production',
  BUSINESS_CENTRAL_COMPANY: 'CRONUS',
};
const webhook = {
  ALERT_WEBHOOK_URL: 'https://hooks.contoso.com',
  ALERT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 'a').toString('base64')}`,
};

describe('valid settings', () => {
  it('have defaults', () => {
    expect(readConfig(storage)).toEqual({
      ...storage,
      ERROR_LOG_PREFIX: 'errors',
      RETENTION_DAYS: 7,
      CLEANUP_SCHEDULE: '0 15 * * * *',
      AUTH: 'keys',
      ALERT_SCHEDULE: '0 */5 * * * *',
      ALERT_PER_HOUR: 50,
      ALERT_LANGUAGE: 'en',
      ALERT_TEXTS: false,
      TIME_ZONE: 'UTC',
    });
  });

  it.each([
    account,
    `${account};TableEndpoint=https://desk.table.core.windows.net/`,
    'UseDevelopmentStorage=true;',
    'TableEndpoint=https://desk.table.core.windows.net/;SharedAccessSignature=sv=1&sig=x',
  ])('ERROR_LOG=%s', (text) => {
    expect(readConfig({ ERROR_LOG: text }).ERROR_LOG).toBe(text);
  });

  it.each([
    ['ERROR_LOG__clientId', guid],
    ['ERROR_LOG_PREFIX', 'ab'],
    ['ERROR_LOG_PREFIX', `A${'1'.repeat(40)}`],
    ['RETENTION_DAYS', '1'],
    ['RETENTION_DAYS', '90'],
    ['CLEANUP_SCHEDULE', '0 */5 * * *'],
    ['CLEANUP_SCHEDULE', '0 0 6 1,15 * MON-FRI'],
    ['VALIDATION_SCHEDULE', '0 0 6 * * *'],
    ['AUTH', 'keys'],
    ['DATAVERSE_URL', 'https://contoso.crm4.dynamics.com'],
    ['DATAVERSE_URL', 'http://127.0.0.1:8080'],
    ['DATAVERSE_URL', 'http://localhost'],
    ['DATAVERSE_URL', 'http://[::1]:1'],
    ['GRAPH_URL', 'https://graph.microsoft.com'],
    ['INTEGRATION_USER', 'sync@contoso.com'],
    ['BUSINESS_CENTRAL_WEB_URL', 'https://businesscentral.dynamics.com/contoso.com'],
    ['DATAVERSE_APP_ID', guid],
    ['DESK_WEB_URL', 'https://desk.contoso.com'],
    ['DESK_WEB_URL', 'http://localhost:7071'],
    ['ALERT_TEAMS_URL', 'https://prod-12.westeurope.logic.azure.com/workflows/1/triggers/manual?sig=x'],
    ['ALERT_TEAMS_URL', 'https://default1.02.environment.api.powerplatform.com:443/powerautomate/x?sig=x'],
    ['ALERT_TEAMS_URL', 'http://127.0.0.1:8080/teams'],
    ['ALERT_SCHEDULE', '*/10 * * * * *'],
    ['ALERT_OFF', 'problem-surge,silence'],
    ['ALERT_PER_HOUR', '1'],
    ['ALERT_PER_HOUR', '100000'],
    ['ALERT_LANGUAGE', 'nl'],
    ['ALERT_TEXTS', 'true'],
    ['ALERT_TEXTS', 'false'],
    ['TIME_ZONE', 'Europe/Amsterdam'],
    ['SILENCE_HOURS', '48'],
  ])('%s=%s', (name, value) => {
    const config: Record<string, unknown> = readConfig({ ...storage, [name]: value });
    expect(String(config[name])).toBe(value);
  });

  it('may come with variables that are no settings of the app', () => {
    expect(() => readConfig({ ...storage, FUNCTIONS_WORKER_RUNTIME: 'node', PATH: '/' })).not.toThrow();
  });

  it('count as absent when empty, and can be removed one by one', () => {
    const all: Record<string, string> = {
      ...businessCentral,
      ERROR_LOG__tableServiceUri: 'https://desk.table.core.windows.net',
      ERROR_LOG__clientId: guid,
      ERROR_LOG_PREFIX: 'prod',
      RETENTION_DAYS: '30',
      CLEANUP_SCHEDULE: '0 0 * * * *',
      VALIDATION_SCHEDULE: '0 0 6 * * *',
      AUTH: 'entra',
      DATAVERSE_URL: 'https://contoso.crm4.dynamics.com',
      GRAPH_URL: 'https://graph.microsoft.com',
      INTEGRATION_USER: 'x',
      BUSINESS_CENTRAL_WEB_URL: 'https://businesscentral.dynamics.com',
      DATAVERSE_APP_ID: guid,
      DESK_WEB_URL: 'https://desk.contoso.com',
      ...webhook,
      ALERT_TEAMS_URL: 'http://localhost:8080',
      ALERT_SCHEDULE: '*/10 * * * * *',
      ALERT_OFF: 'silence',
      ALERT_PER_HOUR: '10',
      ALERT_LANGUAGE: 'nl',
      ALERT_TEXTS: 'true',
      ALERT_QUIET_HOURS: '22:00-06:00',
      TIME_ZONE: 'Europe/Amsterdam',
      SILENCE_HOURS: '48',
    };
    expect(Object.keys({ ...all, ERROR_LOG: '' }).sort()).toEqual(Object.keys(settings.shape).sort());
    const platform = { WEBSITE_AUTH_ENABLED: 'True' };
    expect(() => readConfig({ ...all, ...platform })).not.toThrow();
    const needed = ['ERROR_LOG__tableServiceUri', ...Object.keys({ ...businessCentral, ...webhook })];
    for (const name of Object.keys(all))
      for (const value of ['', undefined]) {
        const read = () => readConfig({ ...all, ...platform, [name]: value });
        if (needed.includes(name)) expect(read, name).toThrow(ConfigError);
        else
          expect(read(), name).toEqual(expect.objectContaining({ AUTH: name === 'AUTH' ? 'keys' : 'entra' }));
      }
  });
});

describe('BUSINESS_CENTRAL_COMPANY', () => {
  it.each([
    { name: 'one name', text: 'CRONUS NL', companies: ['CRONUS NL'] },
    { name: 'a name with a comma', text: 'CRONUS USA, Inc.', companies: ['CRONUS USA, Inc.'] },
    { name: 'all', text: '*', companies: ['*'] },
    { name: 'names with semicolons', text: ' A; B ;;C; ', companies: ['A', 'B', 'C'] },
    { name: 'a name a line', text: 'A\r\nB, Inc.\n\n  C ', companies: ['A', 'B, Inc.', 'C'] },
    { name: 'lines, where a name may hold a semicolon', text: 'A; B\nC', companies: ['A; B', 'C'] },
    { name: 'one line with a line break at its end', text: 'A;B\n', companies: ['A', 'B'] },
    { name: 'a name twice', text: 'A;A', companies: ['A'] },
    { name: 'an id', text: guid, companies: [guid] },
  ])('$name', ({ text, companies }) => {
    const environment = { ...storage, ...businessCentral, BUSINESS_CENTRAL_COMPANY: text };
    expect(readConfig(environment).BUSINESS_CENTRAL_COMPANY).toEqual(companies);
  });

  it.each([';', ' ; ', '\n'])('that names none is refused', (text) => {
    expect(() => readConfig({ ...storage, ...businessCentral, BUSINESS_CENTRAL_COMPANY: text })).toThrow(
      'BUSINESS_CENTRAL_COMPANY: must name a company',
    );
  });
});

describe('AUTH=entra', () => {
  const entra = { ...storage, AUTH: 'entra' };

  it.each(['True', 'true'])('is valid where the platform checks sign-ins: %s', (WEBSITE_AUTH_ENABLED) => {
    expect(readConfig({ ...entra, WEBSITE_AUTH_ENABLED }).AUTH).toBe('entra');
  });

  it.each([undefined, '', 'False', '0', 'Trueish'])('is refused where it does not: %s', (value) => {
    expect(() => readConfig({ ...entra, WEBSITE_AUTH_ENABLED: value })).toThrow('AUTH: entra needs');
    expect(readConfig({ ...storage, WEBSITE_AUTH_ENABLED: value }).AUTH).toBe('keys');
  });
});

describe('ALERT_WEBHOOK_SECRET', () => {
  const secret = (bytes: number) => `whsec_${Buffer.alloc(bytes, 'hunter2').toString('base64')}`;
  const read = (text: string) => readConfig({ ...storage, ...webhook, ALERT_WEBHOOK_SECRET: text });

  it.each([
    { name: 'one', text: secret(24), secrets: [secret(24)] },
    { name: 'two', text: ` ${secret(64)}  ${secret(32)} `, secrets: [secret(64), secret(32)] },
  ])('$name', ({ text, secrets }) => {
    expect(read(text).ALERT_WEBHOOK_SECRET).toEqual(secrets);
  });

  it.each([
    'hunter2',
    secret(23),
    secret(65),
    `${secret(24)} ${secret(24)} ${secret(24)}`,
    secret(24).replace('whsec_', 'whsk_'),
    secret(25).replace(/=+$/, ''),
    `${secret(24)},${secret(24)}`,
  ])('%s is refused', (text) => {
    expect(() => read(text)).toThrow('ALERT_WEBHOOK_SECRET: must be whsec_');
    expect(() => read(text)).not.toThrow(/hunter2|aHVudGVy/);
  });
});

describe('ALERT_QUIET_HOURS and ALERT_OFF', () => {
  it('are read', () => {
    const config = readConfig({
      ...storage,
      ALERT_QUIET_HOURS: '22:00-06:30',
      ALERT_OFF: ' silence, given-up ,',
    });
    expect(config).toMatchObject({
      ALERT_QUIET_HOURS: { from: 1320, to: 390 },
      ALERT_OFF: ['silence', 'given-up'],
    });
  });
});

describe('DESK_WEB_URL', () => {
  it.each([
    ['is kept without a slash', { DESK_WEB_URL: 'https://desk.contoso.com/' }, 'https://desk.contoso.com'],
    [
      'is the host name of the platform',
      { WEBSITE_HOSTNAME: 'desk.azurewebsites.net' },
      'https://desk.azurewebsites.net',
    ],
    ['is plain http for Core Tools', { WEBSITE_HOSTNAME: 'localhost:7071' }, 'http://localhost:7071'],
    ['is absent without a host name', { WEBSITE_HOSTNAME: '' }, undefined],
    ['is absent without a usable host name', { WEBSITE_HOSTNAME: '%' }, undefined],
    [
      'wins over the host name',
      { DESK_WEB_URL: 'https://desk.contoso.com', WEBSITE_HOSTNAME: 'x.example' },
      'https://desk.contoso.com',
    ],
  ])('%s', (_, environment, expected) => {
    expect(readConfig({ ...storage, ...environment }).DESK_WEB_URL).toBe(expected);
  });
});

describe('invalid settings', () => {
  it.each([
    ['ERROR_LOG', 'hunter2'],
    ['ERROR_LOG', 'AccountKey=hunter2'],
    ['ERROR_LOG', 'TableEndpoint=https://hunter2.example'],
    ['ERROR_LOG', 'TableEndpoint=hunter2;SharedAccessSignature=hunter2'],
    ['ERROR_LOG', 'TableEndpoint=https://hunter2.example;SharedAccessSignature='],
    ['ERROR_LOG', 'DefaultEndpointsProtocol=https;AccountName=hunter2;AccountKey=hunter2'],
    ['ERROR_LOG', 'DefaultEndpointsProtocol=ftp;AccountName=hunter2;AccountKey=aa;EndpointSuffix=x.net'],
    ['ERROR_LOG', 'DefaultEndpointsProtocol=https;AccountName=;AccountKey=hunter2;EndpointSuffix=x.net'],
    ['ERROR_LOG', 'DefaultEndpointsProtocol=https;AccountName=hunter2;AccountKey=;EndpointSuffix=x.net'],
    ['ERROR_LOG__clientId', 'hunter2'],
    ['ERROR_LOG_PREFIX', 'hunter-2'],
    ['ERROR_LOG_PREFIX', '1hunter2'],
    ['ERROR_LOG_PREFIX', 'h'],
    ['ERROR_LOG_PREFIX', 'hunter2'.repeat(7)],
    ['RETENTION_DAYS', 'hunter2'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '91'],
    ['RETENTION_DAYS', '-7'],
    ['RETENTION_DAYS', '7.5'],
    ['RETENTION_DAYS', '0x7'],
    ['RETENTION_DAYS', '1e1'],
    ['CLEANUP_SCHEDULE', 'hunter2'],
    ['CLEANUP_SCHEDULE', '* * * *'],
    ['CLEANUP_SCHEDULE', '0 0 0 * * * hunter2'],
    ['CLEANUP_SCHEDULE', '0 15 * * * (hunter2)'],
    ['VALIDATION_SCHEDULE', 'hunter2'],
    ['AUTH', 'hunter2'],
    ['AUTH', 'Keys'],
    ['DATAVERSE_URL', 'hunter2'],
    ['DATAVERSE_URL', 'http://hunter2.example'],
    ['DATAVERSE_URL', 'http://127.0.0.1.hunter2.example'],
    ['DATAVERSE_URL', 'ftp://hunter2.example'],
    ['DATAVERSE_URL', 'javascript:hunter2'],
    ['GRAPH_URL', 'hunter2'],
    ['BUSINESS_CENTRAL_WEB_URL', 'http://hunter2.example'],
    ['DATAVERSE_APP_ID', 'hunter2'],
    ['DESK_WEB_URL', 'hunter2'],
    ['DESK_WEB_URL', 'https://desk.example/hunter2'],
    ['DESK_WEB_URL', 'https://hunter2@desk.example'],
    ['DESK_WEB_URL', 'http://hunter2.example'],
    ['ALERT_TEAMS_URL', 'hunter2'],
    ['ALERT_TEAMS_URL', 'https://hunter2.example/?x=.logic.azure.com'],
    ['ALERT_TEAMS_URL', 'https://hunter2logic.azure.com'],
    ['ALERT_TEAMS_URL', 'https://logic.azure.com.hunter2.example'],
    ['ALERT_TEAMS_URL', 'https://hunter2@a.logic.azure.com'],
    ['ALERT_TEAMS_URL', 'https://hunter2.logic.azure.com:8443'],
    ['ALERT_TEAMS_URL', 'http://hunter2.logic.azure.com'],
    ['ALERT_TEAMS_URL', 'https://127.0.0.1/hunter2'],
    ['ALERT_WEBHOOK_URL', 'http://hunter2.example'],
    ['ALERT_SCHEDULE', 'hunter2'],
    ['ALERT_OFF', 'hunter2'],
    ['ALERT_OFF', 'silence,hunter2'],
    ['ALERT_PER_HOUR', '0'],
    ['ALERT_PER_HOUR', '100001'],
    ['ALERT_PER_HOUR', 'hunter2'],
    ['ALERT_LANGUAGE', 'hunter2'],
    ['ALERT_TEXTS', 'hunter2'],
    ['ALERT_QUIET_HOURS', 'hunter2'],
    ['ALERT_QUIET_HOURS', '22:00-24:00'],
    ['ALERT_QUIET_HOURS', '22:00-22:00'],
    ['TIME_ZONE', 'hunter2'],
    ['SILENCE_HOURS', '0'],
    ['SILENCE_HOURS', '721'],
  ])('%s=%s: named, without its value', (name, value) => {
    const read = () => readConfig({ ...storage, [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`${name}: `);
    expect(read).not.toThrow(/hunter2/);
  });

  it.each([
    { name: 'no storage', environment: {}, fault: 'ERROR_LOG: set this' },
    {
      name: 'two storages',
      environment: { ...storage, ERROR_LOG__tableServiceUri: 'https://x.table.core.windows.net' },
      fault: 'ERROR_LOG: set either',
    },
    {
      name: 'a storage over http',
      environment: { ERROR_LOG__tableServiceUri: 'http://x.table.core.windows.net' },
      fault: 'ERROR_LOG__tableServiceUri: must be https',
    },
    {
      name: 'Business Central without company',
      environment: { ...storage, ...businessCentral, BUSINESS_CENTRAL_COMPANY: '' },
      fault: 'BUSINESS_CENTRAL_COMPANY: needed with BUSINESS_CENTRAL_URL',
    },
    {
      name: 'a company without Business Central',
      environment: { ...storage, BUSINESS_CENTRAL_COMPANY: 'CRONUS' },
      fault: 'BUSINESS_CENTRAL_URL: needed with BUSINESS_CENTRAL_COMPANY',
    },
    {
      name: 'a webhook without secret',
      environment: { ...storage, ALERT_WEBHOOK_URL: webhook.ALERT_WEBHOOK_URL },
      fault: 'ALERT_WEBHOOK_SECRET: needed with ALERT_WEBHOOK_URL',
    },
    {
      name: 'a secret without webhook',
      environment: { ...storage, ALERT_WEBHOOK_SECRET: webhook.ALERT_WEBHOOK_SECRET },
      fault: 'ALERT_WEBHOOK_URL: needed with ALERT_WEBHOOK_SECRET',
    },
    {
      name: 'Business Central without tenant',
      environment: {
        ...storage,
        ...businessCentral,
        BUSINESS_CENTRAL_URL: 'https://api.businesscentral.dynamics.com/v2.0',
      },
      fault: 'BUSINESS_CENTRAL_URL: must end in',
    },
  ])('$name', ({ environment, fault }) => {
    expect(() => readConfig(environment)).toThrow(fault);
  });

  it('are all named at once, those of combinations too', () => {
    const wrong = {
      RETENTION_DAYS: 'x',
      AUTH: 'x',
      GRAPH_URL: 'x',
      BUSINESS_CENTRAL_COMPANY: 'x',
      DATAVERSE_APP_ID: 'x',
    };
    const read = () => readConfig(wrong);
    for (const name of [
      'RETENTION_DAYS',
      'AUTH',
      'GRAPH_URL',
      'BUSINESS_CENTRAL_URL',
      'DATAVERSE_APP_ID',
      'ERROR_LOG',
    ])
      expect(read).toThrow(`${name}: `);
  });
});
