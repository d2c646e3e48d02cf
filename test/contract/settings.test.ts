import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readConfig, settings } from '../../shared/config.ts';

const root = join(import.meta.dirname, '../..');
const names = Object.keys(settings.shape);
const readText = (file: string) => readFile(join(root, file), 'utf8');

/** Settings of the Functions host and its Node worker, not of the app. */
const ofTheHost = ['FUNCTIONS_WORKER_RUNTIME', 'AzureWebJobsStorage'];

/** What a setting is when it is not set; the storage is needed always. */
const defaults: Readonly<Record<string, unknown>> = readConfig({ ERROR_LOG: 'UseDevelopmentStorage=true' });

const sample = z.object({ Values: z.record(z.string(), z.string()) });

describe('local.settings.sample.json', () => {
  it('has every setting and nothing else, each valid and the default', async () => {
    const { Values } = sample.parse(JSON.parse(await readText('local.settings.sample.json')));
    expect(Object.keys(Values).sort()).toEqual([...ofTheHost, ...names].sort());
    expect(readConfig(Values)).toEqual(defaults);
  });
});

describe('docs/settings.md', () => {
  const rows = async () =>
    [...(await readText('docs/settings.md')).matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) \| `(.*?)` \|$/gm)].map(
      ([, name = '', byDefault, what, example = '']) => ({ name, byDefault, what, example }),
    );

  it('has a row for every setting, in the order of the schema', async () => {
    expect((await rows()).map(({ name }) => name)).toEqual(names);
  });

  it('shows the defaults', async () => {
    for (const { name, byDefault } of await rows()) {
      const value = name === 'ERROR_LOG' ? undefined : defaults[name];
      expect(byDefault, name).toBe(value === undefined ? '–' : `\`${value}\``);
    }
  });

  it('gives an example of each setting that the app accepts, with the settings that go with it', async () => {
    const examples = new Map((await rows()).map(({ name, example }) => [name, example]));
    const together = Object.fromEntries([...examples].filter(([name]) => name !== 'ERROR_LOG'));
    expect(() => readConfig({ ...together, WEBSITE_AUTH_ENABLED: 'True' })).not.toThrow();
    expect(() => readConfig({ ERROR_LOG: examples.get('ERROR_LOG') })).not.toThrow();
  });
});

describe('the Bicep files', () => {
  it('set every setting but the connection string, which holds a key', async () => {
    const text = await readText('infra/modules/function-app.bicep');
    const set = names.filter((name) => new RegExp(`^\\s*${name}:`, 'm').test(text));
    expect(set).toEqual(names.filter((name) => name !== 'ERROR_LOG'));
  });

  it('have parameters for the settings that users choose', async () => {
    const parameters = await readText('infra/main.parameters.json');
    const ofTheDeployment = ['ERROR_LOG', 'ERROR_LOG__tableServiceUri', 'ERROR_LOG__clientId'];
    for (const name of names.filter((one) => !ofTheDeployment.includes(one)))
      expect(parameters, name).toContain(`\${${name}=`);
  });
});

it('describes every setting', () => {
  for (const [name, schema] of Object.entries(settings.shape)) expect(schema.description, name).toBeTruthy();
});
