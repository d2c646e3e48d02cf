import { describe, expect, it } from 'vitest';
import { judgeAudit } from '../../../infra/audit.ts';

const report = (severity?: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: severity ? { undici: { name: 'undici', severity, range: '<7.1.0', via: [] } } : {},
    metadata: { vulnerabilities: {}, dependencies: { prod: 61, dev: 300 } },
  });

describe('the audit of dependencies', () => {
  it.each([
    { name: 'nothing known', severity: undefined, failed: false, text: '61 dependencies checked, 0 with' },
    { name: 'moderate ones', severity: 'moderate', failed: false, text: 'moderate: undici <7.1.0' },
    { name: 'high ones', severity: 'high', failed: true, text: 'high: undici <7.1.0' },
    { name: 'critical ones', severity: 'critical', failed: true, text: 'critical: undici <7.1.0' },
  ])('$name: fails is $failed', ({ severity, failed, text }) => {
    expect(judgeAudit(report(severity))).toEqual({ failed, text: expect.stringContaining(text) });
  });

  it.each([
    { name: 'a registry without audit', output: '{"statusCode":405,"error":{"summary":"","detail":""}}' },
    { name: 'no network', output: '' },
    { name: 'a failure in words', output: 'npm error audit endpoint returned an error' },
  ])('$name: says that it is not available, and fails nothing', ({ output }) => {
    expect(judgeAudit(output)).toEqual({ failed: false, text: expect.stringMatching(/^Not available here/) });
  });
});
