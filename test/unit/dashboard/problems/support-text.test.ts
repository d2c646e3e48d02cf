import { describe, expect, it } from 'vitest';
import type { ProblemDetail } from '../../../../shared/dashboard/api/generated-client.ts';
import { dailyCounts } from '../../../../shared/dashboard/problems/daily-counts.ts';
import { problemName } from '../../../../shared/dashboard/problems/problem-name.ts';
import { supportBundle } from '../../../../shared/dashboard/problems/support-text.ts';

const at = '2026-11-30T10:00:00.000Z';

const problem: ProblemDetail = {
  ...{ id: 'P', cause: 'missing-privilege', key: 'prvReadAccount', resolver: 'administrator' },
  ...{ certainty: 'exact', title: 'The integration user lacks a privilege', status: 'open', count: 3 },
  ...{ places: [], placeCount: 0, records: { count: 1 }, impact: 1, givenUp: { likely: 0, confirmed: 0 } },
  ...{
    causedBy: [],
    children: [],
    etag: '"0"',
    explanation: 'Why',
    steps: ['Do this'],
    checks: [],
    history: [],
  },
  series: [
    { at, count: 2 },
    { at: '2026-11-30T11:00:00.000Z', count: 1 },
  ],
  samples: [
    {
      ...{ id: 'E', occurredAt: at, receivedAt: at, company: 'CRONUS', problemId: 'P', status: 'open' },
      message: 'Adatum Corporation (Customer: 10000) of robin@contoso.example has no right',
      source: { app: 'business-central', recordId: 'Customer: 10000', name: 'Adatum Corporation' },
      diagnosis: {
        ...{ cause: 'missing-privilege', key: 'prvReadAccount', resolver: 'administrator' },
        ...{ certainty: 'exact', title: 'The integration user lacks a privilege' },
      },
      links: {},
    },
  ],
};

const options = { version: '1.0.0', now: new Date(at) };

describe('the support bundle', () => {
  it('masks names of records and addresses of people', () => {
    const { entries } = supportBundle(problem, undefined, { ...options, masked: '[masked]' });
    expect(entries[0]?.message).toBe('[masked] ([masked]) of [masked] has no right');
  });

  it('tells them where somebody asked for it', () => {
    const { entries } = supportBundle(problem, undefined, { ...options, masked: undefined });
    expect(entries[0]?.message).toBe(problem.samples[0]?.message);
  });

  it('tells counts by day, and never who is behind the links', () => {
    const bundle = supportBundle(problem, undefined, { ...options, masked: '[masked]' });
    expect(bundle.days).toEqual({ '2026-11-30': 3 });
    expect(JSON.stringify(bundle)).not.toContain('contoso');
  });
});

describe('a problem', () => {
  it('has counts of seven days, of days or hours', () => {
    expect(dailyCounts(problem, Date.parse('2026-12-01T00:00:00Z'))).toEqual([0, 0, 0, 0, 0, 3, 0]);
  });

  it('is called by its title and what tells it apart', () => {
    expect(problemName(problem)).toBe('The integration user lacks a privilege: prvReadAccount');
    expect(problemName({ ...problem, title: 'Lacks prvReadAccount' })).toBe('Lacks prvReadAccount');
    expect(problemName({ ...problem, cause: 'unclassified', key: 'a1b2', title: 'Not recognized' })).toBe(
      'Not recognized',
    );
    expect(problemName({ ...problem, key: 'likely:x', mapping: 'ITEM', company: 'A' })).toBe(
      'The integration user lacks a privilege: ITEM, A',
    );
  });
});
