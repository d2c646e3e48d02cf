import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExtension } from '../../support/al.ts';

const folder = join(import.meta.dirname, '../../../infra/business-central');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const objects = readExtension(folder);
const app = JSON.parse(read('app.json'));
const sendersPage = read('../../docs/senders.md');

const objectOf = (kind: string, name: string) => {
  const found = objects.find((object) => object.kind === kind && object.name === name);
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found;
};
const codeunit = (name: string) => objectOf('codeunit', name).source;

describe('the extension', () => {
  it('has the objects that its documents name', () => {
    expect(objects.map(({ kind, id, name }) => `${kind} ${id} ${name}`)).toEqual(
      expect.arrayContaining([
        'codeunit 50102 Error Desk Sender',
        'codeunit 50103 Error Desk Heartbeat',
        'page 50100 Error Desk Setup',
        'page 50101 Error Desk Refused',
        'pageextension 50100 Error Desk Errors',
      ]),
    );
    expect(objectOf('page', 'Error Desk Setup').members).toEqual(
      expect.arrayContaining([
        'Last Sent At',
        'Last Problem',
        'SendAgainFrom',
        'SendNow',
        'SendAgain',
        'TestConnection',
        'SetUpJobQueueEntry',
      ]),
    );
    expect(objectOf('page', 'Error Desk Refused').members).toEqual(
      expect.arrayContaining(['SendAgain', 'DeleteRefused']),
    );
    expect(objectOf('pageextension', 'Error Desk Errors').members).toEqual(['SendToErrorDesk']);
  });

  it('declares ids within its range, each once for each kind of object', () => {
    const { from, to } = app.idRanges[0];
    expect(new Set(objects.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(objects.length);
    expect(new Set(objects.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(objects.length);
    for (const { id } of objects) {
      expect(id).toBeGreaterThanOrEqual(from);
      expect(id).toBeLessThanOrEqual(to);
    }
  });

  it('sends nothing during the synchronization: the subscriber makes no HTTP call', () => {
    const subscriber = codeunit('Error Desk Subscriber');
    expect(subscriber).toContain('OnAfterInsertEvent');
    expect(subscriber).not.toMatch(/Http|Commit|Error\(/);
  });

  it('raises no error in a run of the job queue', () => {
    for (const name of ['Sender', 'Delivery', 'Client', 'Heartbeat', 'Heartbeat Body', 'Refusal'])
      expect(codeunit(`Error Desk ${name}`)).not.toMatch(/\bError\(|TestField|FieldError/);
    expect(codeunit('Error Desk Sender')).toMatch(/if Delivery\.Run\(\) then/);
    expect(codeunit('Error Desk Sender')).toMatch(/if not Heartbeat\.Run\(\) then/);
  });

  it('holds no lock during an HTTP call', () => {
    const delivery = codeunit('Error Desk Delivery');
    expect(delivery.indexOf('Commit();')).toBeLessThan(delivery.indexOf("Post('/errors'"));
  });

  it('keeps the function key in isolated storage, not in a table', () => {
    expect(objectOf('table', 'Error Desk Setup').source).toContain('IsolatedStorage.Set');
    for (const { kind, members } of objects)
      if (kind === 'table')
        for (const member of members) expect(member).not.toMatch(/^(?!Primary ).*(key|secret|password)/i);
  });

  it('grants its tables, its pages and the codeunit of the job queue in a permission set', () => {
    const { source } = objectOf('permissionset', 'Error Desk');
    for (const { kind, name } of objects.filter((object) => object.kind === 'table')) {
      expect(source).toContain(`${kind} "${name}" = X`);
      expect(source).toContain(`tabledata "${name}" = RIMD`);
    }
    for (const { name } of objects.filter(({ kind }) => kind === 'page'))
      expect(source).toContain(`page "${name}" = X`);
    const open = objects.filter(
      ({ kind, source: own }) => kind === 'codeunit' && !own.includes('Access = Internal'),
    );
    expect(open.map(({ name }) => name)).toEqual(['Error Desk Sender']);
    expect(source).toContain('codeunit "Error Desk Sender" = X');
  });

  it('logs ids, counts and codes, and no text', () => {
    const telemetry = codeunit('Error Desk Telemetry');
    expect(telemetry).not.toMatch(/GetLastErrorText|\.Message|Desk URL|FunctionKey|CallStack/);
    for (const { name, source } of objects)
      if (name !== 'Error Desk Telemetry') expect(source).not.toContain('Session.LogMessage');
    const ids = [...telemetry.matchAll(/Log(?:Normal|Warning)\('(\w+)'/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(sendersPage).toContain(`\`${id}\``);
  });

  it('asks for the version of Business Central in app.json alone', () => {
    expect(app.platform).toBe(app.application);
    // Runtime 18 came with version 29, and both count up together.
    expect(Number.parseFloat(app.runtime) + 11).toBe(Number.parseFloat(app.application));
    expect(sendersPage).not.toMatch(/Business Central \d|application \d|runtime \d/i);
  });

  it('has the version that the changelog names', () => {
    const changelog = readFileSync(join(folder, '../../CHANGELOG.md'), 'utf8');
    expect(/extension is (\d+\.\d+\.\d+\.\d+)/.exec(changelog)?.[1]).toBe(app.version);
  });

  it.each(objects)('$kind $name: all blocks and braces are closed', ({ source }) => {
    const code = source.replaceAll(/\/\/.*|'(?:[^']|'')*'|"[^"]*"/g, '');
    const count = (pattern: RegExp) => [...code.matchAll(pattern)].length;
    expect(count(/\{/g)).toBe(count(/\}/g));
    expect(count(/\(/g)).toBe(count(/\)/g));
    expect(count(/\b(begin|case)\b/gi)).toBe(count(/\bend\b/gi));
  });
});
