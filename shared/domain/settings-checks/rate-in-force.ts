import type { CurrencyExchangeRate } from './business-central-facts.ts';
import { normalizedCode } from './currency-code.ts';

/** The rate of a currency in Business Central on one day, or why there is none. */
export type BusinessCentralRate =
  | {
      readonly state: 'in-force';
      /** Units of the currency for one unit of the local currency. */
      readonly rate: number;
      readonly startingDate: string;
    }
  | { readonly state: 'future' | 'zero'; readonly startingDate: string }
  | { readonly state: 'missing' };

/** The exchange rates of a company. */
export interface RateTable {
  readonly rates: readonly CurrencyExchangeRate[];
  readonly localCurrency: string;
  /** Such as `2026-11-22`. */
  readonly today: string;
}

/**
 * The rate of a currency on a day, from the row with the latest starting date that is not in the future. If the row is
 * quoted against another currency, the rate of that currency is used too.
 * - `future`: all rows of the currency, or of one it is quoted against, start later.
 * - `zero`: an amount is 0.
 * - `missing`: there is no row, or currencies are quoted against each other in a circle.
 * @param path The currencies on the way to this one.
 */
export function rateInForce(
  code: string,
  table: RateTable,
  path: readonly string[] = [],
): BusinessCentralRate {
  const wanted = normalizedCode(code);
  if (path.includes(wanted)) return { state: 'missing' };
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
  const through = rateInForce(relational, table, [...path, wanted]);
  return through.state === 'in-force'
    ? { ...through, rate: (amount / relationalAmount) * through.rate, startingDate }
    : through;
}

/** The latest row in force, or else the first future row. ISO dates sort as text. */
function rowOf(code: string, { rates, today }: RateTable): CurrencyExchangeRate | undefined {
  const rows = rates
    .filter(({ currencyCode }) => normalizedCode(currencyCode) === code)
    .sort((one, other) => (one.startingDate < other.startingDate ? -1 : 1));
  return rows.findLast(({ startingDate }) => startingDate <= today) ?? rows[0];
}
