import { describe, expect, it } from 'vitest';
import {
  explainedErrors,
  namedCurrencies,
  namedPrivileges,
  type OpenProblem,
  problemsOf,
} from '../../../../shared/domain/settings-checks/open-problems.ts';

const problems: OpenProblem[] = [
  { cause: 'exchange-rate-missing', key: 'USD', count: 1 },
  { cause: 'exchange-rate-missing', key: 'usd', count: 2 },
  { cause: 'exchange-rate-missing', key: 'GBP', count: 4 },
  { cause: 'exchange-rate-missing', key: '', count: 8 },
  { cause: 'currency-setup-missing', key: 'USD', count: 16 },
  { cause: 'missing-privilege', key: 'prvReadAccount', count: 32 },
  { cause: 'update-conflict', key: 'USD', count: 64 },
];

describe('explainedErrors', () => {
  it.each([
    { check: 'exchange-rate-business-central', key: 'USD', explains: 1 + 2 + 8 + 16 },
    { check: 'exchange-rate-business-central', key: 'GBP', explains: 4 + 8 },
    { check: 'exchange-rate-business-central', key: 'SEK', explains: 8 },
    { check: 'exchange-rate-agreement', key: 'USD', explains: 1 + 2 + 8 },
    { check: 'base-currency', key: undefined, explains: 16 },
    { check: 'missing-privileges', key: 'prvreadaccount', explains: 32 },
    { check: 'missing-privileges', key: 'prvReadContact', explains: 0 },
    { check: 'integration-user-roles', key: undefined, explains: 32 },
    { check: 'integration-user-licensed', key: undefined, explains: 0 },
  ] as const)('$check about $key: $explains', ({ check, key, explains }) => {
    expect(explainedErrors(check, key, problems)).toBe(explains);
  });

  it.each([
    {
      check: 'password-change-required',
      keys: ['AADSTS50055', 'AADSTS50142', 'AADSTS50144', 'expired-password'],
    },
    { check: 'integration-user-enabled', keys: ['AADSTS50057', 'AADSTS500571'] },
    { check: 'integration-user-exists', keys: ['AADSTS50034', 'AADSTS50020', 'AADSTS90072'] },
  ] as const)(
    '$check explains failed sign-ins with the keys $keys only, or without one',
    ({ check, keys }) => {
      const all = [
        ...['AADSTS50055', 'AADSTS50142', 'AADSTS50144', 'AADSTS7000222', 'AADSTS7000215', 'AADSTS50126'],
        ...['AADSTS65001', 'AADSTS50076', 'AADSTS700016', 'AADSTS50057', 'AADSTS500571', 'AADSTS50034'],
        ...['AADSTS50020', 'AADSTS90072', 'expired-password', 'expired-secret', ''],
      ];
      const explained = all.filter(
        (key) => explainedErrors(check, undefined, [{ cause: 'authentication-failed', key, count: 1 }]) === 1,
      );
      expect(explained.sort()).toEqual(['', ...keys].sort());
    },
  );

  it('no check explains a likely cause', () => {
    const likely: OpenProblem[] = [{ cause: 'missing-privilege', key: 'likely:', count: 5 }];
    expect(explainedErrors('integration-user-roles', undefined, likely)).toBe(0);
  });
});

it('gives each named currency once, sorted', () => {
  expect(namedCurrencies(problems)).toEqual(['GBP', 'USD']);
});

it('gives each named privilege once, sorted, and ignores other keys', () => {
  const keys = [
    'prvWriteAccount',
    'prvwriteaccount',
    'prvReadAccount',
    'prv',
    'WriteAccess',
    '',
    "prvX' or 1",
  ];
  expect(namedPrivileges(keys.map((key) => ({ cause: 'missing-privilege', key, count: 1 })))).toEqual([
    'prvReadAccount',
    'prvWriteAccount',
  ]);
});

it('gives the problems of a company, and those of none', () => {
  const of = (company: string | undefined, count: number): OpenProblem => ({
    cause: 'exchange-rate-missing',
    key: 'USD',
    count,
    ...(company !== undefined && { company }),
  });
  const all = [of('CRONUS', 1), of('cronus ', 2), of('', 4), of(undefined, 8), of('My Company', 16)];
  const countOf = (company: string | undefined) =>
    problemsOf(company, all).reduce((sum, { count }) => sum + count, 0);
  expect(countOf('CRONUS')).toBe(1 + 2 + 4 + 8);
  expect(countOf('Other')).toBe(4 + 8);
  expect(countOf(undefined)).toBe(1 + 2 + 4 + 8 + 16);
});
