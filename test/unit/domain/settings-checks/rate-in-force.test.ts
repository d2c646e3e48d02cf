import { expect, it } from 'vitest';
import type { CurrencyExchangeRate } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import { ratesInForce } from '../../../../shared/domain/settings-checks/rate-in-force.ts';
import { aRate } from '../../../support/settings-facts.ts';

const usd = (startingDate: string, exchangeRateAmount = 1.08) => aRate({ startingDate, exchangeRateAmount });
const quoted = (
  currencyCode: string,
  relationalCurrencyCode: string,
  rate: Partial<CurrencyExchangeRate> = {},
) => aRate({ currencyCode, relationalCurrencyCode, exchangeRateAmount: 2, ...rate });

const cases: { name: string; rates: CurrencyExchangeRate[]; expected: object }[] = [
  {
    name: 'a row that starts today',
    rates: [usd('2026-11-22')],
    expected: { state: 'in-force', rate: 1.08, startingDate: '2026-11-22' },
  },
  {
    name: 'a row that starts tomorrow',
    rates: [usd('2026-11-23')],
    expected: { state: 'future', startingDate: '2026-11-23' },
  },
  {
    name: 'the latest row in force, in any order',
    rates: [usd('2026-12-01', 3), usd('2025-01-01', 1), usd('2026-11-01', 2), usd('2026-01-01', 1.5)],
    expected: { state: 'in-force', rate: 2, startingDate: '2026-11-01' },
  },
  {
    name: 'the first of several future rows',
    rates: [usd('2027-02-01'), usd('2027-01-01')],
    expected: { state: 'future', startingDate: '2027-01-01' },
  },
  {
    name: 'the empty date of Business Central',
    rates: [usd('0001-01-01')],
    expected: { state: 'in-force', startingDate: '0001-01-01' },
  },
  { name: 'no row', rates: [], expected: { state: 'missing' } },
  {
    name: 'rows of other currencies',
    rates: [aRate({ currencyCode: 'GBP' })],
    expected: { state: 'missing' },
  },
  {
    name: 'a code in lower case with spaces',
    rates: [aRate({ currencyCode: ' usd ' })],
    expected: { state: 'in-force' },
  },
  {
    name: 'an amount of 0',
    rates: [usd('2026-11-01', 0)],
    expected: { state: 'zero', startingDate: '2026-11-01' },
  },
  {
    name: 'a relational amount of 0',
    rates: [aRate({ relationalExchangeRateAmount: 0 })],
    expected: { state: 'zero' },
  },
  { name: 'no amount', rates: [aRate({ exchangeRateAmount: null })], expected: { state: 'zero' } },
  {
    name: '0 now, a rate in the future',
    rates: [usd('2026-11-01', 0), usd('2027-01-01')],
    expected: { state: 'zero' },
  },
  { name: '0 in the future only', rates: [usd('2027-01-01', 0)], expected: { state: 'zero' } },
  {
    name: 'a rate long ago, 0 now',
    rates: [usd('2020-01-01'), usd('2026-11-01', 0)],
    expected: { state: 'zero', startingDate: '2026-11-01' },
  },
  {
    name: 'amounts for 100 units',
    rates: [aRate({ exchangeRateAmount: 108, relationalExchangeRateAmount: 100 })],
    expected: { state: 'in-force', rate: 1.08 },
  },
  {
    name: 'a quote against the local currency by its code',
    rates: [quoted('USD', 'EUR')],
    expected: { state: 'in-force', rate: 2 },
  },
  {
    name: 'a quote against another currency',
    rates: [quoted('USD', 'GBP'), quoted('GBP', '', { exchangeRateAmount: 3, startingDate: '2020-01-01' })],
    expected: { state: 'in-force', rate: 6, startingDate: '2026-11-01' },
  },
  {
    name: 'quotes against two other currencies in a row',
    rates: [quoted('USD', 'GBP'), quoted('GBP', 'SEK'), quoted('SEK', '')],
    expected: { state: 'in-force', rate: 8 },
  },
  {
    name: 'a quote against a currency without rate',
    rates: [quoted('USD', 'GBP')],
    expected: { state: 'missing' },
  },
  {
    name: 'a quote against a currency with a future rate',
    rates: [quoted('USD', 'GBP'), quoted('GBP', '', { startingDate: '2027-01-01' })],
    expected: { state: 'future', startingDate: '2027-01-01' },
  },
  {
    name: 'a quote against a currency with a rate of 0',
    rates: [quoted('USD', 'GBP'), quoted('GBP', '', { exchangeRateAmount: 0 })],
    expected: { state: 'zero' },
  },
  { name: 'a quote against itself', rates: [quoted('USD', 'USD')], expected: { state: 'missing' } },
  {
    name: 'two currencies quoted against each other',
    rates: [quoted('USD', 'GBP'), quoted('GBP', 'USD')],
    expected: { state: 'missing' },
  },
];

it.each(cases)('$name', ({ rates, expected }) => {
  const rateOf = ratesInForce({ rates, localCurrency: 'EUR', today: '2026-11-22' });
  expect(rateOf('USD')).toMatchObject(expected);
  expect(rateOf('USD')).toMatchObject(expected);
});

it('gives each currency of a chain and of a circle its own rate, whichever is asked for first', () => {
  const rates = [
    quoted('A', 'B'),
    quoted('B', 'C'),
    quoted('C', ''),
    quoted('X', 'Y'),
    quoted('Y', 'Z'),
    quoted('Z', 'Y'),
  ];
  const expected = { A: 8, B: 4, C: 2, X: undefined, Y: undefined, Z: undefined };
  for (const order of ['ABCXYZ', 'CBAZYX', 'BYAXCZ']) {
    const rateOf = ratesInForce({ rates, localCurrency: 'EUR', today: '2026-11-22' });
    const found = [...order].map((code) => [code, rateOf(code)] as const);
    expect(
      Object.fromEntries(found.map(([code, one]) => [code, one.state === 'in-force' ? one.rate : undefined])),
    ).toEqual(expected);
  }
});

it('follows as many quotes as a table can hold, from each of them', () => {
  const most = 100_000;
  const rates = Array.from({ length: most }, (_, index) =>
    quoted(`C${index}`, index + 1 < most ? `C${index + 1}` : '', { exchangeRateAmount: 1 }),
  );
  const rateOf = ratesInForce({ rates, localCurrency: 'EUR', today: '2026-11-22' });
  // One after the other they would read five billion rows, and from the first one the stack would overflow.
  const states = new Set(rates.map(({ currencyCode }) => rateOf(currencyCode).state));
  expect([...states]).toEqual(['in-force']);
});
