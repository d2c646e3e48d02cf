import { dayMs } from '../reports/days.ts';
import { currenciesInUse } from './currencies-in-use.ts';
import type { Facts } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import { ratesInForce } from './rate-in-force.ts';
import type { RateQuestion } from './rate-question.ts';

const check = 'exchange-rate-age';

/** Days after which nobody seems to keep up a rate: a year, leap years included. */
const maxAgeDays = 366;

/** Business Central's empty date in its API. A rate without a date is not old. */
const emptyDate = '0001-01-01';

/** Checks that somebody keeps up the rates of Business Central: no rate in force is older than a year. */
export function judgeRateAge(
  {
    generalLedgerSetup,
    currencies,
    currencyExchangeRates,
    transactionCurrencies,
  }: Pick<Facts, 'generalLedgerSetup' | 'currencies' | 'currencyExchangeRates' | 'transactionCurrencies'>,
  { named, today, texts }: RateQuestion,
): Judgement[] {
  if (!generalLedgerSetup.known) return [skippedFor(check, generalLedgerSetup, texts)];
  if (!currencies.known) return [skippedFor(check, currencies, texts)];
  if (!currencyExchangeRates.known) return [skippedFor(check, currencyExchangeRates, texts)];
  if (!transactionCurrencies.known) return [skippedFor(check, transactionCurrencies, texts)];

  const inUse = currenciesInUse({ generalLedgerSetup, currencies, transactionCurrencies }, named);
  if (inUse.length === 0) return [notApplicable(check, texts.noCurrencies())];
  const rateOf = ratesInForce({
    rates: currencyExchangeRates.value,
    localCurrency: generalLedgerSetup.value.localCurrencyCode,
    today,
  });
  return inUse.map(({ code }) => {
    const rate = rateOf(code);
    if (rate.state !== 'in-force')
      return { ...waitsFor(check, 'exchange-rate-business-central', texts, code), errorKey: code };
    const about = { check, subject: code, errorKey: code } as const;
    const { startingDate } = rate;
    if (startingDate === emptyDate) return { ...about, status: 'pass', ...texts.rateWithoutDate(code) };
    const days = (Date.parse(today) - Date.parse(startingDate)) / dayMs;
    return days > maxAgeDays
      ? { ...about, status: 'warn', ...texts.rateOld(code, startingDate, days) }
      : { ...about, status: 'pass', ...texts.rateKeptUp(code, startingDate) };
  });
}
