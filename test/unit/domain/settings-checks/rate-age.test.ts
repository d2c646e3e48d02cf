import { expect, it } from 'vitest';
import type { CurrencyExchangeRate } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import { aRate, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const ageOf = (...value: CurrencyExchangeRate[]) =>
  findingsOf('exchange-rate-age', aSnapshot({ businessCentral: { currencyExchangeRates: { value } } }));

// The facts are judged on 22 November 2026.
it.each([
  { name: 'of today', startingDate: '2026-11-22', status: 'pass' },
  { name: 'of 366 days ago', startingDate: '2025-11-21', status: 'pass' },
  { name: 'of 367 days ago', startingDate: '2025-11-20', status: 'warn' },
  { name: 'of ten years ago', startingDate: '2016-11-22', status: 'warn' },
  { name: 'without a date', startingDate: '0001-01-01', status: 'pass' },
])('a rate $name: $status', ({ startingDate, status }) => {
  expect(ageOf(aRate({ startingDate }))).toMatchObject([{ subject: 'USD', status }]);
});

it('counts the rate in force, not older or future ones', () => {
  expect(
    ageOf(
      aRate({ startingDate: '2019-01-01' }),
      aRate({ startingDate: '2026-10-01' }),
      aRate({ startingDate: '2027-01-01' }),
    ),
  ).toMatchObject([{ status: 'pass', seen: expect.stringContaining('2026-10-01') }]);
});

it.each([
  { name: 'no rate', rates: [] },
  { name: 'a rate of 0', rates: [aRate({ exchangeRateAmount: 0 })] },
  { name: 'only a future rate', rates: [aRate({ startingDate: '2027-01-01' })] },
])('waits for exchange-rate-business-central: $name', ({ rates }) => {
  expect(ageOf(...rates)).toMatchObject([{ subject: 'USD', status: 'skipped', reason: 'depends-on' }]);
});

it.each(['generalLedgerSetup', 'currencies', 'currencyExchangeRates'] as const)(
  'is skipped without %s',
  (name) => {
    const snapshot = aSnapshot({ businessCentral: { [name]: { unavailable: { reason: 'throttled' } } } });
    expect(findingsOf('exchange-rate-age', snapshot)).toMatchObject([{ reason: 'throttled' }]);
  },
);
