import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHostJson } from '../../../../../infra/local/app/host-json.ts';
import { readLocalSettings } from '../../../../../infra/local/app/local-settings.ts';
import { isLogged, logLine } from '../../../../../infra/local/app/log-lines.ts';
import { parseKeys } from '../../../../../infra/local/http/key-levels.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readLocalSettings', () => {
  it('gives nothing where there is no file', () => {
    expect(readLocalSettings(join(folder, 'nowhere'))).toEqual({ values: {}, port: undefined });
  });

  it.each([
    {
      name: 'values',
      text: '{"Values":{"A":"1","B":""}}',
      settings: { values: { A: '1', B: '' }, port: undefined },
    },
    { name: 'no values', text: '{}', settings: { values: {}, port: undefined } },
    { name: 'a byte-order mark', text: '\uFEFF{"Values":{}}', settings: { values: {}, port: undefined } },
    { name: 'a port', text: '{"Host":{"LocalHttpPort":8080}}', settings: { values: {}, port: 8080 } },
  ])('reads $name', ({ text, settings }) => {
    writeFileSync(join(folder, 'local.settings.json'), text);
    expect(readLocalSettings(folder)).toEqual(settings);
  });

  it.each([
    { name: 'no JSON', text: '{', reason: 'is not JSON' },
    { name: 'no object', text: '[]', reason: 'is not a JSON object' },
    { name: 'values that are no object', text: '{"Values":[]}', reason: '"Values"' },
    {
      name: 'values that are no texts',
      text: '{"Values":{"A":1,"B":"x","C":true}}',
      reason: 'must be strings: A, C',
    },
    { name: 'an encrypted file', text: '{"IsEncrypted":true}', reason: 'is encrypted' },
  ])('refuses $name, without telling a value', ({ text, reason }) => {
    writeFileSync(join(folder, 'local.settings.json'), text);
    expect(() => readLocalSettings(folder)).toThrow(reason);
  });
});

describe('readHostJson', () => {
  it('has the prefix of the real host', () => {
    writeFileSync(join(folder, 'host.json'), '{"version":"2.0","logging":{}}');
    expect(readHostJson(folder)).toEqual({
      version: '2.0',
      extensions: { http: { routePrefix: 'api' } },
      logging: { logLevel: {} },
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

describe('parseKeys', () => {
  it.each([
    { text: undefined, keys: undefined },
    { text: '', keys: undefined },
    { text: '{"master":"m"}', keys: { master: 'm' } },
    {
      text: '{"master":"m","default":"d","functions":{"a":"k"}}',
      keys: { master: 'm', default: 'd', functions: { a: 'k' } },
    },
  ])('reads $text', ({ text, keys }) => {
    expect(parseKeys(text)).toEqual(keys);
  });

  it.each([
    '{',
    '[]',
    'null',
    '{}',
    '{"master":1}',
    '{"master":""}',
    '{"master":"m","functions":{"a":1}}',
    '{"master":"m","default":1}',
  ])('refuses %s, without telling it', (text) => {
    expect(() => parseKeys(text)).toThrow(/^LOCAL_KEYS is not/);
  });
});

describe('log lines', () => {
  it('begin with the time', () => {
    expect(logLine('text', new Date('2026-11-22T06:01:35.255Z'))).toBe('[2026-11-22T06:01:35.255Z] text');
  });

  it.each([
    { levels: {}, level: 'information', logged: true },
    { levels: {}, level: 'debug', logged: false },
    { levels: { default: 'Warning' }, level: 'information', logged: false },
    { levels: { default: 'Warning' }, level: 'error', logged: true },
    { levels: { default: 'None' }, level: 'critical', logged: false },
    { levels: { default: 'Error', Function: 'Debug' }, level: 'debug', logged: true },
    { levels: { Function: 'Debug', 'Function.a': 'Error' }, level: 'warning', logged: false },
    { levels: { 'Function.a.User': 'Trace', 'Function.a': 'Error' }, level: 'trace', logged: true },
    { levels: { 'Function.ab': 'Error', Func: 'Error' }, level: 'information', logged: true },
    { levels: { default: 'Loud' }, level: 'information', logged: true },
  ] as const)('with $levels, $level is written: $logged', ({ levels, level, logged }) => {
    expect(isLogged(level, 'Function.a.User', levels)).toBe(logged);
  });
});
