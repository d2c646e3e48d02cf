import { expect, it } from 'vitest';
import { rateInForce } from '../../../../shared/domain/settings-checks/rate-in-force.ts';
import type { CurrencyExchangeRate } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aRate } from '../../../support/settings-facts.ts';

const usd = (startingDate: string, exchangeRateAmount = 1.08) => aRate({ startingDate, exchangeRateAmount });
const quoted = (
  currencyCode: string,
  relationalCurrencyCode: string,
  rate: Partial<CurrencyExchangeRate> = {},
) => aRate({ currencyCode, relationalCurrencyCode, exchangeRateAmount: 2, ...rate });

const cases: { name: string; rates: CurrencyExchangeRate[]; comesTo: object }[] = [
  {
    name: 'a row of today',
    rates: [usd('2026-11-22')],
    comesTo: { state: 'in-force', rate: 1.08, startingDate: '2026-11-22' },
  },
  {
    name: 'a row of tomorrow',
    rates: [usd('2026-11-23')],
    comesTo: { state: 'future', startingDate: '2026-11-23' },
  },
  {
    name: 'the latest that has begun, in any order',
    rates: [usd('2026-12-01', 3), usd('2025-01-01', 1), usd('2026-11-01', 2), usd('2026-01-01', 1.5)],
    comesTo: { state: 'in-force', rate: 2, startingDate: '2026-11-01' },
  },
  {
    name: 'the first of several future ones',
    rates: [usd('2027-02-01'), usd('2027-01-01')],
    comesTo: { state: 'future', startingDate: '2027-01-01' },
  },
  {
    name: 'the empty date of Business Central',
    rates: [usd('0001-01-01')],
    comesTo: { state: 'in-force', startingDate: '0001-01-01' },
  },
  { name: 'no row', rates: [], comesTo: { state: 'missing' } },
  {
    name: 'rows of other currencies',
    rates: [aRate({ currencyCode: 'GBP' })],
    comesTo: { state: 'missing' },
  },
  {
    name: 'a code in other letters',
    rates: [aRate({ currencyCode: ' usd ' })],
    comesTo: { state: 'in-force' },
  },
  {
    name: 'an amount of 0',
    rates: [usd('2026-11-01', 0)],
    comesTo: { state: 'zero', startingDate: '2026-11-01' },
  },
  {
    name: 'a relational amount of 0',
    rates: [aRate({ relationalExchangeRateAmount: 0 })],
    comesTo: { state: 'zero' },
  },
  { name: 'no amount', rates: [aRate({ exchangeRateAmount: null })], comesTo: { state: 'zero' } },
  {
    name: '0 in force, good in future',
    rates: [usd('2026-11-01', 0), usd('2027-01-01')],
    comesTo: { state: 'zero' },
  },
  { name: 'only 0 in future', rates: [usd('2027-01-01', 0)], comesTo: { state: 'zero' } },
  {
    name: 'good long ago, 0 in force',
    rates: [usd('2020-01-01'), usd('2026-11-01', 0)],
    comesTo: { state: 'zero', startingDate: '2026-11-01' },
  },
  {
    name: 'amounts for a hundred',
    rates: [aRate({ exchangeRateAmount: 108, relationalExchangeRateAmount: 100 })],
    comesTo: { state: 'in-force', rate: 1.08 },
  },
  {
    name: 'a quote against the local currency by its code',
    rates: [quoted('USD', 'EUR')],
    comesTo: { state: 'in-force', rate: 2 },
  },
  {
    name: 'a quote against another currency',
    rates: [quoted('USD', 'GBP'), quoted('GBP', '', { exchangeRateAmount: 3, startingDate: '2020-01-01' })],
    comesTo: { state: 'in-force', rate: 6, startingDate: '2026-11-01' },
  },
  {
    name: 'a quote against a quote against another',
    rates: [quoted('USD', 'GBP'), quoted('GBP', 'SEK'), quoted('SEK', '')],
    comesTo: { state: 'in-force', rate: 8 },
  },
  {
    name: 'a quote against a currency without rate',
    rates: [quoted('USD', 'GBP')],
    comesTo: { state: 'missing' },
  },
  {
    name: 'a quote against a currency with a future rate',
    rates: [quoted('USD', 'GBP'), quoted('GBP', '', { startingDate: '2027-01-01' })],
    comesTo: { state: 'future', startingDate: '2027-01-01' },
  },
  {
    name: 'a quote against a currency with a rate of 0',
    rates: [quoted('USD', 'GBP'), quoted('GBP', '', { exchangeRateAmount: 0 })],
    comesTo: { state: 'zero' },
  },
  { name: 'a quote against itself', rates: [quoted('USD', 'USD')], comesTo: { state: 'missing' } },
  { name: 'a circle', rates: [quoted('USD', 'GBP'), quoted('GBP', 'USD')], comesTo: { state: 'missing' } },
];

it.each(cases)('$name', ({ rates, comesTo }) => {
  const table = { rates, localCurrency: 'EUR', today: '2026-11-22' };
  expect(rateInForce('USD', table)).toMatchObject(comesTo);
});
