import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/domain/problems/decision.ts';
import type { PairFacts } from '../../../../shared/domain/problems/problem.ts';
import {
  filterMatchesPair,
  type ProblemFilter,
  selectsProblems,
} from '../../../../shared/domain/problems/problem-filter.ts';
import {
  filterMatchesEntry,
  mayHaveStatus,
  usesCounts,
} from '../../../../shared/domain/reports/error-filter.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const problemId = '0123456789ABCDEF';
const pairId = `${problemId}01234567`;
const facts: PairFacts = {
  company: 'CRONUS',
  environment: '',
  mapping: 'CUSTOMER',
  direction: 'to-integration-table',
  cause: 'missing-privilege',
  key: 'prvReadAccount',
  resolver: 'administrator',
};

describe('a filter on problems and their places', () => {
  it.each<{ name: string; filter: ProblemFilter; takes: boolean }>([
    { name: 'nothing', filter: {}, takes: true },
    { name: 'its company', filter: { company: ['CRONUS'] }, takes: true },
    { name: 'another case', filter: { company: ['cronus'] }, takes: false },
    { name: 'one of two', filter: { company: ['Other', 'CRONUS'] }, takes: true },
    { name: 'an empty list', filter: { company: [] }, takes: false },
    { name: 'no environment', filter: { environment: [''] }, takes: true },
    { name: 'some environment', filter: { environment: ['Production'] }, takes: false },
    {
      name: 'five parts that all match',
      filter: {
        mapping: ['CUSTOMER'],
        cause: ['missing-privilege'],
        resolver: ['administrator'],
        direction: ['to-integration-table'],
        problem: ['0000000000000000', problemId],
      },
      takes: true,
    },
    {
      name: 'all but one',
      filter: { mapping: ['CUSTOMER'], cause: ['missing-privilege'], resolver: ['wait'] },
      takes: false,
    },
    { name: 'its problem', filter: { problem: [problemId] }, takes: true },
    { name: 'another problem', filter: { problem: ['0123456789ABCDEG'] }, takes: false },
    { name: 'a pair in place of a problem', filter: { problem: [pairId] }, takes: false },
    { name: 'another direction', filter: { direction: ['from-integration-table'] }, takes: false },
    { name: 'another cause', filter: { cause: ['unclassified'] }, takes: false },
  ])('$name: $takes', ({ filter, takes }) => {
    expect(filterMatchesPair(filter, pairId, facts)).toBe(takes);
    expect(selectsProblems(filter)).toBe(Object.keys(filter).length > 0);
  });
});

describe('a filter on errors', () => {
  const entry = anErrorEntry({
    message: 'Über 100% FAILED',
    source: { app: 'business-central', recordId: 'Customer: 1', name: 'Adatum Corporation' },
    destination: { app: 'dataverse', recordId: 'a', name: 'ÅNGSTRÖM AB' },
  });
  const now = new Date();
  it.each([
    { name: 'a part of the message', filter: { q: 'failed' }, takes: true },
    { name: 'in any case', filter: { q: 'üBER 100% f' }, takes: true },
    { name: 'no pattern', filter: { q: '.*' }, takes: false },
    { name: 'a part of a record id', filter: { q: 'CUSTOMER: 1' }, takes: true },
    { name: 'a part of the name of the source', filter: { q: 'datum corp' }, takes: true },
    { name: 'a part of the name of the destination', filter: { q: 'ångström' }, takes: true },
    { name: 'a part of what is not searched', filter: { q: 'cronus' }, takes: false },
    { name: 'the end of one text and the begin of the next', filter: { q: 'failedcustomer' }, takes: false },
    { name: 'the record of the source', filter: { record: ['Customer: 1'] }, takes: true },
    { name: 'the record of the destination', filter: { record: ['x', 'a'] }, takes: true },
    { name: 'a part of a record', filter: { record: ['Customer'] }, takes: false },
    { name: 'its status', filter: { status: ['ignored', 'open'] as const }, takes: true },
    { name: 'another status', filter: { status: ['resolved'] as const }, takes: false },
    { name: 'all together', filter: { q: 'failed', record: ['a'], company: ['CRONUS'] }, takes: true },
    { name: 'all but one', filter: { q: 'failed', record: ['a'], company: ['Other'] }, takes: false },
  ])('$name: $takes', ({ filter, takes }) => {
    expect(filterMatchesEntry(filter, entry, 'open')).toBe(takes);
  });

  it('matches no record where neither side has one', () => {
    const bare = anErrorEntry({ source: { app: 'dataverse' } });
    expect(filterMatchesEntry({ record: [''] }, bare, 'open')).toBe(false);
  });

  it.each([
    { filter: {}, uses: false },
    { filter: { q: 'x' }, uses: false },
    { filter: { record: ['x'] }, uses: false },
    { filter: { since: now }, uses: false },
    { filter: { company: ['x'] }, uses: true },
    { filter: { status: ['open'] as const }, uses: true },
  ])('$filter uses counts: $uses', ({ filter, uses }) => {
    expect(usesCounts(filter)).toBe(uses);
  });

  it('accepts an hour in which the problem was resolved', () => {
    const resolved = decide(undefined, { problemId: 'P' }, { status: 'resolved' }, 'x', new Date(1000));
    const hour = (first: number, last: number) => ({ count: 2, first, last });
    const may = (status: 'open' | 'resolved', first: number, last: number) =>
      mayHaveStatus([status], resolved, hour(first, last), now);
    expect([may('open', 0, 1000), may('open', 0, 1001), may('open', 1001, 2000)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([may('resolved', 0, 1000), may('resolved', 1000, 2000), may('resolved', 1001, 2000)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayHaveStatus(undefined, resolved, hour(0, 1), now)).toBe(true);
  });
});
