import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  heartbeat,
  heartbeatLimits,
  mappingDirections,
} from '../../../shared/domain/heartbeats/heartbeat.ts';
import { recordLink } from '../../../shared/domain/links/record-link.ts';
import {
  apps,
  directions,
  errorReport,
  jobTypes,
  recordReference,
} from '../../../shared/domain/reports/error-report.ts';
import { checkReport } from '../../../shared/domain/reports/report-check.ts';
import { readExtension } from '../../support/al.ts';
import { testedBlocks } from '../../support/markdown.ts';
import { anErrorReport } from '../../support/reports.ts';

const folder = join(import.meta.dirname, '../../../infra/business-central');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const objects = readExtension(folder);
const app = JSON.parse(read('app.json'));
const sendersPage = readFileSync(join(folder, '../../docs/senders.md'), 'utf8');

const codeunit = (name: string) => {
  const found = objects.find((object) => object.kind === 'codeunit' && object.name === name);
  if (!found) throw new Error(`There is no codeunit ${name}`);
  return found.source;
};
const reportCode = codeunit('Error Desk Report');
const heartbeatCode = codeunit('Error Desk Heartbeat Body');
const sampleReport: Record<string, unknown> = JSON.parse(read('sample-report.json'));
const sampleHeartbeat = JSON.parse(read('sample-heartbeat.json'));

/** The properties that code adds to a JSON object, in order. */
function namesOf(al: string, variable: string): string[] {
  const added = al.matchAll(
    new RegExp(`\\b${variable}\\.Add\\('(\\w+)'|\\bAdd\\w+\\(${variable}, '(\\w+)'`, 'g'),
  );
  return [...new Set([...added].map(([, one, other]) => one ?? other ?? ''))];
}

/** The literal values that the report's code gives to a property. */
const valuesOf = (name: string) =>
  [...reportCode.matchAll(new RegExp(`\\.Add\\('${name}', '([^']+)'\\)`, 'g'))].map(([, value]) => value);

const sorted = (names: Iterable<string>) => [...names].sort();

describe('the report that the AL code writes', () => {
  it('has all properties of the schema that a row of Business Central can fill', () => {
    const known = Object.keys(errorReport.shape).filter((name) => name !== 'language');
    expect(sorted(namesOf(reportCode, 'ErrorReport'))).toEqual(sorted(known));
    const knownOfSide = Object.keys(recordReference.shape).filter((name) => name !== 'name');
    expect(sorted(namesOf(reportCode, 'Side'))).toEqual(sorted(knownOfSide));
  });

  it('uses the values of the schema', () => {
    expect(valuesOf('direction')).toEqual([...directions]);
    expect(valuesOf('jobType')).toEqual([...jobTypes]);
    expect(valuesOf('app').sort()).toEqual([...apps].sort());
  });

  it('has the same properties as the sample report', () => {
    expect(sorted(Object.keys(sampleReport))).toEqual(sorted(namesOf(reportCode, 'ErrorReport')));
    expect(sorted(Object.keys(Object(sampleReport['source'])))).toEqual(sorted(namesOf(reportCode, 'Side')));
  });

  it('fits the schema', () => {
    const checked = checkReport(
      { value: { ...sampleReport, occurredAt: new Date().toISOString() } },
      new Date(),
    );
    expect(checked).toHaveProperty('report');
    expect(errorReport.parse(sampleReport).occurredAt.toISOString()).toBe('2026-11-22T06:12:03.120Z');
  });

  it.each([
    { without: 'source' },
    { without: 'destination' },
    { without: 'callStack' },
    { without: 'jobId' },
  ])('fits the schema without $without, which a row may lack', ({ without }) => {
    const { [without]: _, ...rest } = sampleReport;
    expect(errorReport.safeParse(rest).success).toBe(true);
  });

  it('gives links to the record in both apps', () => {
    const { source, destination, company, environment = '' } = anErrorReport(sampleReport);
    const context = {
      company,
      environment,
      businessCentralWebUrl: 'https://businesscentral.dynamics.com',
      dataverseUrl: 'https://contoso.crm4.dynamics.com',
    };
    expect(recordLink(source, context)).toBe(Object(sampleReport['source']).url);
    expect(recordLink(destination, context)).toBe(
      'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=7d2f3c1a-9b40-4e7e-8f15-2c3d4e5f6a7b',
    );
  });

  it('is the example in docs/senders.md', () => {
    const shown = testedBlocks(join(folder, '../../docs/senders.md')).find(({ marker }) =>
      marker.startsWith('sample'),
    );
    expect(JSON.parse(shown?.text ?? '')).toEqual(sampleReport);
  });
});

describe('the heartbeat that the AL code writes', () => {
  it('has all properties of the schema', () => {
    const { mappings, jobQueue, connection } = heartbeat.shape;
    expect(sorted(namesOf(heartbeatCode, 'Heartbeat'))).toEqual(sorted(Object.keys(heartbeat.shape)));
    expect(sorted(namesOf(heartbeatCode, 'MappingRun'))).toEqual(
      sorted(Object.keys(mappings.unwrap().element.shape)),
    );
    expect(sorted(namesOf(heartbeatCode, 'Job'))).toEqual(
      sorted(Object.keys(jobQueue.unwrap().element.shape)),
    );
    expect(sorted(namesOf(heartbeatCode, 'Connection'))).toEqual(
      sorted(Object.keys(connection.unwrap().shape)),
    );
  });

  it('has the same properties as the sample heartbeat', () => {
    expect(sorted(Object.keys(sampleHeartbeat))).toEqual(sorted(namesOf(heartbeatCode, 'Heartbeat')));
    expect(sorted(Object.keys(sampleHeartbeat.mappings[0]))).toEqual(
      sorted(namesOf(heartbeatCode, 'MappingRun')),
    );
    expect(sorted(Object.keys(sampleHeartbeat.jobQueue[0]))).toEqual(sorted(namesOf(heartbeatCode, 'Job')));
  });

  it('fits the schema, in the sample and where parts may be missing', () => {
    expect(heartbeat.parse(sampleHeartbeat).sentAt.toISOString()).toBe('2026-11-22T06:15:02.410Z');
    const { mappings: _m, jobQueue: _j, connection: _c, environment: _e, ...rest } = sampleHeartbeat;
    expect(heartbeat.safeParse(rest).success).toBe(true);
  });

  it('uses the directions and limits of the schema', () => {
    const literals = [...heartbeatCode.matchAll(/'([a-z]+-integration-table|bidirectional)'/g)];
    expect(sorted(new Set(literals.map(([, direction = '']) => direction)))).toEqual(
      sorted(mappingDirections),
    );
    const most = Number(/MaxItems\(\): Integer\s+begin\s+exit\((\d+)\)/.exec(heartbeatCode)?.[1]);
    expect(most).toBe(heartbeatLimits.mappings);
    expect(most).toBe(heartbeatLimits.jobs);
  });

  it('is the example in docs/senders.md', () => {
    const shown = /<!-- sample heartbeat -->\n```json\n(.*?)\n```/s.exec(sendersPage)?.[1];
    expect(JSON.parse(shown ?? '')).toEqual(sampleHeartbeat);
  });

  it('sends the version of app.json', () => {
    expect(sampleHeartbeat.version).toBe(app.version);
    expect(heartbeatCode).toContain('NavApp.GetCurrentModuleInfo');
  });
});
