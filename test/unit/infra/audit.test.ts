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
    {
      name: 'no vulnerabilities',
      severity: undefined,
      failed: false,
      text: '61 dependencies checked, 0 with',
    },
    {
      name: 'a moderate vulnerability',
      severity: 'moderate',
      failed: false,
      text: 'moderate: undici <7.1.0',
    },
    { name: 'a high one', severity: 'high', failed: true, text: 'high: undici <7.1.0' },
    { name: 'a critical one', severity: 'critical', failed: true, text: 'critical: undici <7.1.0' },
  ])('$name: failed is $failed', ({ severity, failed, text }) => {
    expect(judgeAudit(report(severity))).toEqual({ failed, text: expect.stringContaining(text) });
  });

  it.each([
    { name: 'a registry without audit', output: '{"statusCode":405,"error":{"summary":"","detail":""}}' },
    { name: 'no network', output: '' },
    { name: 'a failure as plain text', output: 'npm error audit endpoint returned an error' },
  ])('is skipped without failing: $name', ({ output }) => {
    expect(judgeAudit(output)).toEqual({ failed: false, text: expect.stringMatching(/^Audit skipped/) });
  });
});
