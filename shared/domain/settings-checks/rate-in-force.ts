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

/** A rate against another currency. */
interface Quote {
  readonly code: string;
  readonly relational: string;
  readonly factor: number;
  readonly startingDate: string;
}

/**
 * Gives the rate of each currency on a day, from the row with the latest starting date that is not in the future. If the
 * row is quoted against another currency, the rate of that currency is used too.
 * - `future`: all rows of the currency, or of one it is quoted against, start later.
 * - `zero`: an amount is 0.
 * - `missing`: there is no row, or currencies are quoted against each other in a circle.
 */
export function ratesInForce({
  rates,
  localCurrency,
  today,
}: RateTable): (code: string) => BusinessCentralRate {
  const rows = rowsByCode(rates, today);
  const locals = ['', normalizedCode(localCurrency)];
  // A table holds up to 100,000 rows, and each may be quoted against the next: every rate is found once.
  const known = new Map<string, BusinessCentralRate>();

  return (code) => {
    const path = new Map<string, Quote>();
    let wanted = normalizedCode(code);
    let rate = known.get(wanted);
    while (!rate) {
      const row = path.has(wanted) ? undefined : rows.get(wanted);
      const found = row ? rateOrQuote(wanted, row, today) : { state: 'missing' as const };
      if ('state' in found) rate = found;
      else if (locals.includes(found.relational))
        rate = { state: 'in-force', rate: found.factor, startingDate: found.startingDate };
      else {
        path.set(wanted, found);
        wanted = found.relational;
        rate = known.get(wanted);
      }
    }
    known.set(wanted, rate);
    for (const quote of [...path.values()].reverse()) {
      rate = through(quote, rate);
      known.set(quote.code, rate);
    }
    return rate;
  };
}

function rateOrQuote(
  code: string,
  row: CurrencyExchangeRate,
  today: string,
): Exclude<BusinessCentralRate, { state: 'in-force' }> | Quote {
  const { startingDate } = row;
  const amount = row.exchangeRateAmount ?? 0;
  const relationalAmount = row.relationalExchangeRateAmount ?? 0;
  if (amount <= 0 || relationalAmount <= 0) return { state: 'zero', startingDate };
  if (startingDate > today) return { state: 'future', startingDate };
  const relational = normalizedCode(row.relationalCurrencyCode ?? '');
  return { code, relational, factor: amount / relationalAmount, startingDate };
}

/** The rate of a currency by that of the currency it is quoted against. */
function through({ factor, startingDate }: Quote, rate: BusinessCentralRate): BusinessCentralRate {
  return rate.state === 'in-force' ? { state: 'in-force', rate: factor * rate.rate, startingDate } : rate;
}

/** The row of each currency: the latest in force, or else the first future one. ISO dates sort as text. */
function rowsByCode(
  rates: readonly CurrencyExchangeRate[],
  today: string,
): ReadonlyMap<string, CurrencyExchangeRate> {
  const rows = new Map<string, CurrencyExchangeRate>();
  for (const row of rates) {
    const code = normalizedCode(row.currencyCode);
    const before = rows.get(code);
    if (!before || isRather(row.startingDate, before.startingDate, today)) rows.set(code, row);
  }
  return rows;
}

/** Whether a row that starts on one day counts rather than another one. */
function isRather(day: string, other: string, today: string): boolean {
  if (day <= today) return other > today || day >= other;
  return other > today && day < other;
}
