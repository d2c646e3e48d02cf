import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { settings } from '../../../shared/config.ts';
import { authenticationModes } from '../../../shared/domain/authentication-mode.ts';
import { type BicepFile, parseBicep, propertiesOf, readBicep, textOf } from '../../support/bicep.ts';

const project = join(import.meta.dirname, '../../..');
const infra = join(project, 'infra');
const paths = globSync('**/*.bicep', { cwd: infra }).sort();
const files = new Map<string, BicepFile>();

beforeAll(async () => {
  for (const path of paths) files.set(path, await readBicep(join(infra, path)));
});

function bicep(path: string): BicepFile {
  const file = files.get(path);
  if (!file) throw new Error(`There is no infra/${path}`);
  return file;
}

const read = (path: string) => readFileSync(join(project, path), 'utf8');

// From Microsoft Learn, "Azure built-in roles". The ids are the same in every tenant.
const builtInRoles: Readonly<Record<string, string>> = {
  'Storage Blob Data Owner': 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb',
};

describe.each(paths)('infra/%s', (path) => {
  it('has no syntax error', () => {
    expect(bicep(path).syntaxErrors).toEqual([]);
  });

  it('passes to each module all required parameters, and only declared ones', () => {
    for (const [, { file, parameters }] of bicep(path).modules) {
      expect(existsSync(file)).toBe(true);
      const declared = bicep(relative(infra, file)).parameters;
      const required = [...declared].filter(([, one]) => one.required).map(([name]) => name);
      expect([...declared.keys()]).toEqual(expect.arrayContaining([...parameters]));
      expect([...parameters]).toEqual(expect.arrayContaining(required));
    }
  });

  it('uses only outputs that its modules declare', () => {
    for (const [, symbol = '', output = ''] of bicep(path).text.matchAll(/(\w+)\.outputs\.(\w+)/g)) {
      const module = bicep(path).modules.get(symbol);
      expect([...bicep(relative(infra, module?.file ?? '')).outputs]).toContain(output);
    }
  });

  it('uses each of its parameters', () => {
    for (const name of bicep(path).parameters.keys())
      expect(bicep(path).text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length).toBeGreaterThan(1);
  });

  it('contains and requests no key, secret or password', () => {
    expect(bicep(path).text).not.toMatch(
      /listKeys|listAccountSas|AccountKey|SharedAccessSignature|InstrumentationKey|clientSecret|@secure|password:/i,
    );
  });
});

it('the parser reports a syntax error', async () => {
  const broken = await parseBicep("resource a 'Microsoft.X/y@2024-01-01' = {\n  name:\n}\n", 'broken.bicep');
  expect(broken.syntaxErrors).not.toEqual([]);
});

describe('settings of the function app', () => {
  const settingsOfHost = [
    'AzureWebJobsStorage__accountName',
    'AzureWebJobsStorage__credential',
    'AzureWebJobsStorage__clientId',
    'APPLICATIONINSIGHTS_CONNECTION_STRING',
    'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
    'AzureWebJobsDisableHomepage',
  ];
  /** The deployment gets the addresses of these in a key vault, never the values. */
  const secretSettings = ['ALERT_TEAMS_URL', 'ALERT_WEBHOOK_URL', 'ALERT_WEBHOOK_SECRET'];
  const appSettings = () => {
    const resource = bicep('modules/function-app.bicep').resources.get('appSettings');
    const properties = resource && propertiesOf(resource.value)['properties'];
    if (!properties) throw new Error('There are no app settings');
    return propertiesOf(properties);
  };

  it('are those of shared/config.ts without the connection string, and those of the host', () => {
    const own = Object.keys(settings.shape).filter((name) => name !== 'ERROR_LOG');
    expect(Object.keys(appSettings()).sort()).toEqual([...own, ...settingsOfHost].sort());
  });

  it('come from main.parameters.json, each by its own name', () => {
    const parameters = z
      .object({ parameters: z.record(z.string(), z.object({ value: z.unknown() })) })
      .parse(JSON.parse(read('infra/main.parameters.json'))).parameters;
    const parameterSettings = z.record(z.string(), z.string()).parse(parameters['settings']?.value);
    const fromParameters = Object.entries(appSettings()).filter(([, node]) =>
      node.text.includes('settings.?'),
    );
    expect(Object.keys(parameterSettings)).toEqual(fromParameters.map(([name]) => name));
    for (const [name, node] of fromParameters) {
      const value = `settings.?${name} ?? ''`;
      expect(node.text).toBe(secretSettings.includes(name) ? `secretIn(${value})` : value);
    }
    for (const [name, value] of Object.entries(parameterSettings)) expect(value).toBe(`\${${name}=}`);
  });

  it('that are secrets are references to a key vault, which the identity of the app reads', () => {
    const { text } = bicep('modules/function-app.bicep');
    expect(text).toMatch(/'@Microsoft\.KeyVault\(SecretUri=\$\{address\}\)'/);
    expect(text).toContain('keyVaultReferenceIdentity: identityId');
  });

  it('refuse entra without a client id', () => {
    const { text } = bicep('main.bicep');
    expect(text).toMatch(/authentication == 'entra' && empty\(entraClientId\)\s+\? fail\('.*ENTRA_CLIENT_ID/);
    expect(text).toContain('entraClientId: checkedClientId');
  });

  it('agree with the platform about authentication', () => {
    const { text } = bicep('modules/function-app.bicep');
    expect(appSettings()['AUTH']?.text).toBe('authentication');
    expect(text).toContain("enabled: authentication == 'entra'");
    expect(text).toMatch(/requireAuthentication: true\n\s+unauthenticatedClientAction: 'Return401'/);
    for (const mode of authenticationModes) expect(bicep('main.bicep').text).toContain(`'${mode}'`);
  });
});

describe('parameters of the deployment', () => {
  const given = z
    .object({ parameters: z.record(z.string(), z.object({ value: z.unknown() })) })
    .parse(JSON.parse(read('infra/main.parameters.json'))).parameters;
  const rows = [...read('docs/settings.md').matchAll(/^\| `(\w+)` +\| `(\w+)` +\| (?:`(\w+)`|–) +\| /gm)].map(
    ([, name = '', parameter = '', byDefault]) => ({ name, parameter, byDefault }),
  );

  it('can all be set with azd env set', () => {
    expect(Object.keys(given).sort()).toEqual([...bicep('main.bicep').parameters.keys()].sort());
  });

  it('are in docs/settings.md, each with its name in azd and its default', () => {
    const simple = Object.entries(given).filter(([parameter]) => parameter !== 'settings');
    expect(rows.map(({ parameter }) => parameter).sort()).toEqual(
      simple.map(([parameter]) => parameter).sort(),
    );
    for (const { name, parameter, byDefault = '' } of rows) {
      const required = bicep('main.bicep').parameters.get(parameter)?.required;
      expect(given[parameter]?.value).toBe(required ? `\${${name}}` : `\${${name}=${byDefault}}`);
      if (!required) expect(bicep('main.bicep').text).toMatch(defaultOf(parameter, byDefault));
    }
  });

  function defaultOf(parameter: string, value: string): RegExp {
    return new RegExp(`^param ${parameter} \\w+ = '?${value}'?$`, 'm');
  }
});

it('all API versions are stable', () => {
  for (const { text } of files.values())
    for (const [, version = ''] of text.matchAll(/'Microsoft\.[\w/.]+@([^']+)'/g))
      expect(version).toMatch(/^\d{4}-\d\d-\d\d$/);
});

describe('access', () => {
  it('is given by role to the identity of the app, on one resource each', () => {
    const assigning = [...files].filter(([, file]) =>
      [...file.resources.values()].some(({ type }) => type === 'Microsoft.Authorization/roleAssignments'),
    );
    const assigned: Record<string, string> = {};
    for (const [, file] of assigning) {
      Object.assign(assigned, file.textsOf('roles'));
      expect(file.text).toMatch(/scope: (account|applicationInsights)\n/);
      expect(file.text).toContain('principalId: appPrincipalId');
      expect(file.text).toContain("principalType: 'ServicePrincipal'");
    }
    expect(assigned).toEqual(builtInRoles);
  });

  it('excludes storage keys, telemetry keys, deployment passwords and TLS below 1.2', () => {
    const storage = bicep('modules/storage.bicep').resources.get('account');
    const properties = storage && propertiesOf(storage.value)['properties'];
    if (!properties) throw new Error('There is no storage account');
    const values = Object.fromEntries(
      Object.entries(propertiesOf(properties)).map(([name, node]) => [name, textOf(node)]),
    );
    expect(values).toMatchObject({
      allowSharedKeyAccess: 'false',
      allowBlobPublicAccess: 'false',
      supportsHttpsTrafficOnly: 'true',
      minimumTlsVersion: 'TLS1_2',
    });
    expect(bicep('modules/monitoring.bicep').text).toContain('DisableLocalAuth: true');
    const app = bicep('modules/function-app.bicep').text;
    for (const endpoint of ['ftp', 'scm'])
      expect(app).toMatch(new RegExp(`name: '${endpoint}'\\n\\s+properties: \\{\\n\\s+allow: false`));
    expect(app).toContain('httpsOnly: true');
    expect(app).toContain("minTlsVersion: '1.2'");
    expect(app).not.toMatch(/\bcors\b/i);
  });
});

describe('the plan', () => {
  it('is Flex Consumption with a Node version that the app supports', () => {
    const { text } = bicep('modules/function-app.bicep');
    expect(text).toContain("name: 'FC1'");
    const version = /name: 'node'\n\s+version: '(\d+)'/.exec(text)?.[1];
    const { engines } = z
      .object({ engines: z.object({ node: z.string() }) })
      .parse(JSON.parse(read('package.json')));
    expect(engines.node).toContain(`^${version}.`);
  });
});

describe('other files', () => {
  it('azure.yaml deploys the output of npm run package to the app with the tag of its service', () => {
    const yaml = read('azure.yaml');
    const service = /^services:\n {2}(\w+):/m.exec(yaml)?.[1];
    expect(bicep('main.bicep').text).toContain(`'azd-service-name': '${service}'`);
    expect(yaml).toContain('dist: dist/package');
    expect(yaml).toContain('npm run package');
    expect(
      existsSync(
        join(project, /path: (\S+)/.exec(yaml)?.[1] ?? '', `${/module: (\S+)/.exec(yaml)?.[1]}.bicep`),
      ),
    ).toBe(true);
  });

  it('the workflow runs .ci/run, compiles and lints Bicep, pins its actions and can only read', () => {
    const workflow = read('.github/workflows/ci.yml');
    expect(workflow).toContain('bash .ci/run');
    for (const command of ['build', 'lint']) {
      const file = new RegExp(`az bicep ${command} --file (\\S+)`).exec(workflow)?.[1];
      expect(existsSync(join(project, file ?? ''))).toBe(true);
    }
    for (const [, action] of workflow.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/@[0-9a-f]{40}$/);
    expect(workflow).toContain('permissions:\n  contents: read\n');
    expect(workflow).not.toMatch(/: write|secrets\./);
  });

  it('documents name only outputs that exist', () => {
    const outputs = bicep('main.bicep').outputs;
    for (const page of ['README.md', ...globSync('docs/*.md', { cwd: project })])
      for (const [, name = ''] of read(page).matchAll(/azd env get-value (\w+)/g))
        expect([...outputs]).toContain(name);
  });
});
