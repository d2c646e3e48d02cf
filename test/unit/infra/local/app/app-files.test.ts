import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHostJson, readLocalSettings } from '../../../../../infra/local/app/app-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readLocalSettings', () => {
  it('gives nothing where there is no file', () => {
    expect(readLocalSettings(join(folder, 'nowhere'))).toEqual({ Values: {}, Host: {} });
  });

  it.each([
    {
      name: 'values',
      text: '{"Values":{"A":"1","B":""}}',
      settings: { Values: { A: '1', B: '' }, Host: {} },
    },
    { name: 'no values', text: '{}', settings: { Values: {}, Host: {} } },
    { name: 'a byte-order mark', text: '\uFEFF{"Values":{}}', settings: { Values: {}, Host: {} } },
    {
      name: 'a port',
      text: '{"Host":{"LocalHttpPort":8080}}',
      settings: { Values: {}, Host: { LocalHttpPort: 8080 } },
    },
  ])('reads $name', ({ text, settings }) => {
    writeFileSync(join(folder, 'local.settings.json'), text);
    expect(readLocalSettings(folder)).toEqual(settings);
  });

  it.each([
    { name: 'no JSON', text: '{', reason: 'is not JSON' },
    { name: 'no object', text: '[]', reason: 'expected object' },
    { name: 'values that are no object', text: '{"Values":[]}', reason: 'at Values' },
    { name: 'a value that is no text', text: '{"Values":{"A":1,"B":"x"}}', reason: 'at Values.A' },
    { name: 'a port that is no number', text: '{"Host":{"LocalHttpPort":"x"}}', reason: 'LocalHttpPort' },
    { name: 'an encrypted file', text: '{"IsEncrypted":true}', reason: 'is encrypted' },
  ])('refuses $name', ({ text, reason }) => {
    writeFileSync(join(folder, 'local.settings.json'), text);
    expect(() => readLocalSettings(folder)).toThrow(reason);
  });

  it('does not show a value when it refuses another', () => {
    writeFileSync(join(folder, 'local.settings.json'), '{"Values":{"A":123456,"B":"secret"}}');
    expect(() => readLocalSettings(folder)).not.toThrow(/123456|secret/);
  });
});

describe('readHostJson', () => {
  it('has the prefix of the real host', () => {
    writeFileSync(join(folder, 'host.json'), '{"version":"2.0","logging":{}}');
    expect(readHostJson(folder)).toEqual({
      version: '2.0',
      extensions: { http: { routePrefix: 'api' } },
      logging: { logLevel: { default: 'Information' } },
    });
  });

  it.each(['{', '{}', '{"version":"1.0"}', '{"version":"2.0","extensions":{"http":{"routePrefix":1}}}'])(
    'refuses %s',
    (text) => {
      writeFileSync(join(folder, 'host.json'), text);
      expect(() => readHostJson(folder)).toThrow();
    },
  );

  it('reads that of this project', () => {
    expect(readHostJson(join(import.meta.dirname, '../../../../..')).extensions.http.routePrefix).toBe('api');
  });
});
