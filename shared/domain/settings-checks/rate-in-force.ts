import { normalizedCode } from './currency-code.ts';
import type { CurrencyExchangeRate } from './settings-snapshot.ts';

/** What Business Central's rates of one currency come to on one day. */
export type BusinessCentralRate =
  | {
      readonly state: 'in-force';
      /** Units of the currency for one unit of the local currency. */
      readonly rate: number;
      readonly startingDate: string;
    }
  | { readonly state: 'future' | 'zero'; readonly startingDate: string }
  | { readonly state: 'missing' };

/** The rates of one company, in which the rate of any currency can be looked up. */
export interface RateTable {
  readonly rates: readonly CurrencyExchangeRate[];
  readonly localCurrency: string;
  /** The day that counts, as `2026-11-22`. */
  readonly today: string;
}

/**
 * The rate of a currency: the row with the latest starting date that is not in the future, computed through the
 * currency it is quoted against. Only a future row, or one quoted against a currency with only a future row, is
 * `future`; amounts of 0 are `zero`; no row, or a circle of rows, is `missing`.
 */
export function rateInForce(
  code: string,
  table: RateTable,
  seen: readonly string[] = [],
): BusinessCentralRate {
  const wanted = normalizedCode(code);
  // A circle of currencies quoted against each other leads to no rate.
  if (seen.includes(wanted)) return { state: 'missing' };
  const row = rowOf(wanted, table);
  if (!row) return { state: 'missing' };

  const { startingDate } = row;
  const amount = row.exchangeRateAmount ?? 0;
  const relationalAmount = row.relationalExchangeRateAmount ?? 0;
  if (amount <= 0 || relationalAmount <= 0) return { state: 'zero', startingDate };
  if (startingDate > table.today) return { state: 'future', startingDate };

  const relational = normalizedCode(row.relationalCurrencyCode ?? '');
  if (relational === '' || relational === normalizedCode(table.localCurrency))
    return { state: 'in-force', rate: amount / relationalAmount, startingDate };
  const through = rateInForce(relational, table, [...seen, wanted]);
  return through.state === 'in-force'
    ? { ...through, rate: (amount / relationalAmount) * through.rate, startingDate }
    : through;
}

/** The latest row that has begun, or else the first that will. ISO dates sort as text. */
function rowOf(code: string, { rates, today }: RateTable): CurrencyExchangeRate | undefined {
  const rows = rates
    .filter(({ currencyCode }) => normalizedCode(currencyCode) === code)
    .sort((one, other) => (one.startingDate < other.startingDate ? -1 : 1));
  return rows.findLast(({ startingDate }) => startingDate <= today) ?? rows[0];
}
