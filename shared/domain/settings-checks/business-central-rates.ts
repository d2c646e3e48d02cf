import { currenciesInUse } from './currencies-in-use.ts';
import type { Facts } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import { type BusinessCentralRate, ratesInForce } from './rate-in-force.ts';
import type { RateQuestion } from './rate-question.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

const check = 'exchange-rate-business-central';

/** Checks that each currency in use has a rate in Business Central that is in force today. */
export function judgeBusinessCentralRates(
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
  if (!transactionCurrencies.known) return [waitsFor(check, 'exchange-rate-dataverse', texts)];

  const inUse = currenciesInUse({ generalLedgerSetup, currencies, transactionCurrencies }, named);
  if (inUse.length === 0) return [notApplicable(check, texts.noCurrencies())];
  const rateOf = ratesInForce({
    rates: currencyExchangeRates.value,
    localCurrency: generalLedgerSetup.value.localCurrencyCode,
    today,
  });
  return inUse.map(({ code, inBusinessCentral }) => ({
    check,
    subject: code,
    errorKey: code,
    ...(inBusinessCentral
      ? judgeRate(code, rateOf(code), texts)
      : { status: 'fail', ...texts.currencyNotInBusinessCentral(code) }),
  }));
}

function judgeRate(
  code: string,
  rate: BusinessCentralRate,
  texts: FindingTexts,
): Pick<Judgement, 'status' | 'seen' | 'remedy'> {
  switch (rate.state) {
    case 'in-force':
      return { status: 'pass', ...texts.rateInBusinessCentral(code, rate.rate, rate.startingDate) };
    case 'future':
      return { status: 'warn', ...texts.rateFutureInBusinessCentral(code, rate.startingDate) };
    case 'zero':
      return { status: 'fail', ...texts.rateZeroInBusinessCentral(code, rate.startingDate) };
    case 'missing':
      return { status: 'fail', ...texts.rateMissingInBusinessCentral(code) };
  }
}
