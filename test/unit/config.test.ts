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

describe('valid settings', () => {
  it('have defaults', () => {
    expect(readConfig(storage)).toEqual({
      ...storage,
      ERROR_LOG_PREFIX: 'errors',
      RETENTION_DAYS: 7,
      CLEANUP_SCHEDULE: '0 15 * * * *',
      AUTH: 'keys',
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
    ['AUTH', 'entra'],
    ['DATAVERSE_URL', 'https://contoso.crm4.dynamics.com'],
    ['DATAVERSE_URL', 'http://127.0.0.1:8080'],
    ['DATAVERSE_URL', 'http://localhost'],
    ['DATAVERSE_URL', 'http://[::1]:1'],
    ['GRAPH_URL', 'https://graph.microsoft.com'],
    ['INTEGRATION_USER', 'sync@contoso.com'],
    ['BUSINESS_CENTRAL_WEB_URL', 'https://businesscentral.dynamics.com/contoso.com'],
    ['DATAVERSE_APP_ID', guid],
  ])('%s=%s', (name, value) => {
    const config: Record<string, unknown> = readConfig({ ...storage, [name]: value });
    expect(String(config[name])).toBe(value);
  });

  it('may come with variables of others', () => {
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
    };
    expect(Object.keys({ ...all, ERROR_LOG: '' }).sort()).toEqual(Object.keys(settings.shape).sort());
    expect(() => readConfig(all)).not.toThrow();
    const needed = ['ERROR_LOG__tableServiceUri', ...Object.keys(businessCentral)];
    for (const name of Object.keys(all))
      for (const value of ['', undefined]) {
        const read = () => readConfig({ ...all, [name]: value });
        if (needed.includes(name)) expect(read, name).toThrow(ConfigError);
        else
          expect(read(), name).toEqual(expect.objectContaining({ AUTH: name === 'AUTH' ? 'keys' : 'entra' }));
      }
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
