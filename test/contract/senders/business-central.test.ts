import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordLink } from '../../../shared/domain/links/record-link.ts';
import {
  apps,
  directions,
  errorReport,
  jobTypes,
  recordReference,
} from '../../../shared/domain/reports/error-report.ts';
import { checkReport } from '../../../shared/domain/reports/report-check.ts';
import { testedBlocks } from '../../support/markdown.ts';
import { anErrorReport } from '../../support/reports.ts';

const folder = join(import.meta.dirname, '../../../infra/business-central');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const al = read('src/ErrorDeskReport.Codeunit.al');
const sample: Record<string, unknown> = JSON.parse(read('sample-report.json'));

/** The properties that the codeunit adds to a JSON object, in order, with `Add`, `AddText` or `AddSide`. */
function namesOf(variable: string): string[] {
  const added = al.matchAll(
    new RegExp(`${variable}\\.Add\\('(\\w+)'|Add(?:Text|Side)\\(${variable}, '(\\w+)'`, 'g'),
  );
  return [...new Set([...added].map(([, one, other]) => one ?? other ?? ''))];
}

/** The literal values that the codeunit gives to a property. */
const valuesOf = (name: string) =>
  [...al.matchAll(new RegExp(`\\.Add\\('${name}', '([^']+)'\\)`, 'g'))].map(([, value]) => value);

describe('the report that the AL code writes', () => {
  it('has all properties of the schema that a row of Business Central can fill', () => {
    const known = Object.keys(errorReport.shape).filter((name) => name !== 'language');
    expect(namesOf('ErrorReport').sort()).toEqual(known.sort());
    const knownOfSide = Object.keys(recordReference.shape).filter((name) => name !== 'name');
    expect(namesOf('Side').sort()).toEqual(knownOfSide.sort());
  });

  it('uses the values of the schema', () => {
    expect(valuesOf('direction')).toEqual([...directions]);
    expect(valuesOf('jobType')).toEqual([...jobTypes]);
    expect(valuesOf('app').sort()).toEqual([...apps].sort());
  });

  it('has the same properties as the sample report', () => {
    expect(Object.keys(sample).sort()).toEqual(namesOf('ErrorReport').sort());
    expect(Object.keys(Object(sample['source'])).sort()).toEqual(namesOf('Side').sort());
  });

  it('fits the schema', () => {
    const checked = checkReport({ value: { ...sample, occurredAt: new Date().toISOString() } }, new Date());
    expect(checked).toHaveProperty('report');
    expect(errorReport.parse(sample).occurredAt.toISOString()).toBe('2026-11-22T06:12:03.120Z');
  });

  it.each([
    { without: 'source' },
    { without: 'destination' },
    { without: 'callStack' },
    { without: 'jobId' },
  ])('fits the schema without $without, which a row may lack', ({ without }) => {
    const { [without]: _, ...rest } = sample;
    expect(errorReport.safeParse(rest).success).toBe(true);
  });

  it('gives links to the record in both apps', () => {
    const { source, destination, company, environment = '' } = anErrorReport(sample);
    const context = {
      company,
      environment,
      businessCentralWebUrl: 'https://businesscentral.dynamics.com',
      dataverseUrl: 'https://contoso.crm4.dynamics.com',
    };
    expect(recordLink(source, context)).toBe(Object(sample['source']).url);
    expect(recordLink(destination, context)).toBe(
      'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=7d2f3c1a-9b40-4e7e-8f15-2c3d4e5f6a7b',
    );
  });

  it('is the example in docs/senders.md', () => {
    const shown = testedBlocks(join(folder, '../../docs/senders.md')).find(({ marker }) =>
      marker.startsWith('sample'),
    );
    expect(JSON.parse(shown?.text ?? '')).toEqual(sample);
  });
});

describe('the extension', () => {
  const sources = globSync('src/*.al', { cwd: folder }).map(read);

  it('declares ids within its range, each once for each kind of object', () => {
    const { idRanges } = JSON.parse(read('app.json'));
    const declared = sources.map((source) => /^(\w+) (\d+) "/m.exec(source)?.slice(1, 3) ?? []);
    expect(declared).toHaveLength(7);
    expect(new Set(declared.map(String)).size).toBe(declared.length);
    for (const [, id] of declared) {
      expect(Number(id)).toBeGreaterThanOrEqual(idRanges[0].from);
      expect(Number(id)).toBeLessThanOrEqual(idRanges[0].to);
    }
  });

  it('sends nothing during the synchronization: the subscriber makes no HTTP call', () => {
    const subscriber = read('src/ErrorDeskSubscriber.Codeunit.al');
    expect(subscriber).toContain('OnAfterInsertEvent');
    expect(subscriber).not.toMatch(/Http|Commit|Error\(/);
  });

  it('keeps the function key in isolated storage, not in a table', () => {
    const setup = read('src/ErrorDeskSetup.Table.al');
    expect(setup).toContain('IsolatedStorage.Set');
    expect(setup.slice(setup.indexOf('fields'), setup.indexOf('keys'))).not.toMatch(/key;/i);
    for (const source of sources)
      expect(source).not.toMatch(/field\(\d+; "?[^;]*(Secret|Password|Function Key)/i);
  });

  it('handles the outcomes and codes of the desk', () => {
    const sender = read('src/ErrorDeskSender.Codeunit.al');
    for (const text of [
      "'stored', 'duplicate', 'expired'",
      "'invalid-reports'",
      '201, 207',
      "'x-functions-key'",
    ])
      expect(sender).toContain(text);
  });

  it.each(sources.map((source) => ({ name: /^\w+ \d+ "([^"]+)"/m.exec(source)?.[1], source })))(
    '$name: all blocks and braces are closed',
    ({ source }) => {
      const code = source.replaceAll(/\/\/.*|'(?:[^']|'')*'|"[^"]*"/g, '');
      const count = (pattern: RegExp) => [...code.matchAll(pattern)].length;
      expect(count(/\{/g)).toBe(count(/\}/g));
      expect(count(/\(/g)).toBe(count(/\)/g));
      expect(count(/\b(begin|case)\b/gi)).toBe(count(/\bend\b/gi));
    },
  );
});
