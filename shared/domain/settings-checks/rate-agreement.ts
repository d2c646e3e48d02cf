import { currenciesInUse } from './currencies-in-use.ts';
import { isoCodeOf, normalizedCode } from './currency-code.ts';
import type { Facts } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import { ratesInForce } from './rate-in-force.ts';
import type { RateQuestion } from './rate-question.ts';

const check = 'exchange-rate-agreement';

/** How much the rates of the two apps may differ, as a share of Business Central's rate. */
const tolerance = 0.05;

// A difference of exactly the tolerance passes, although binary fractions make it slightly larger.
const rounding = 1e-9;

/** Checks that the rates of the two apps agree. They can be compared only if the base currency is the local currency. */
export function judgeRateAgreement(
  {
    generalLedgerSetup,
    currencies,
    currencyExchangeRates,
    transactionCurrencies,
    organization,
  }: Pick<
    Facts,
    'generalLedgerSetup' | 'currencies' | 'currencyExchangeRates' | 'transactionCurrencies' | 'organization'
  >,
  { named, today, texts }: RateQuestion,
): Judgement[] {
  if (!generalLedgerSetup.known) return [skippedFor(check, generalLedgerSetup, texts)];
  if (!currencies.known) return [skippedFor(check, currencies, texts)];
  if (!currencyExchangeRates.known) return [skippedFor(check, currencyExchangeRates, texts)];
  if (!transactionCurrencies.known) return [skippedFor(check, transactionCurrencies, texts)];
  if (!organization.known) return [skippedFor(check, organization, texts)];

  const localCurrency = generalLedgerSetup.value.localCurrencyCode;
  const base = normalizedCode(organization.value.baseCurrency ?? '');
  const local = isoCodeOf(localCurrency);
  if (base === '' || local === '') return [waitsFor(check, 'base-currency', texts)];
  if (base !== local) return [notApplicable(check, texts.ratesNotComparable(base, local))];

  const inUse = currenciesInUse({ generalLedgerSetup, currencies, transactionCurrencies }, named);
  if (inUse.length === 0) return [notApplicable(check, texts.noCurrencies())];
  const rateOf = ratesInForce({ rates: currencyExchangeRates.value, localCurrency, today });
  return inUse.map(({ code, inDataverse }) => {
    const inBusinessCentral = rateOf(code);
    if (inBusinessCentral.state !== 'in-force')
      return { ...waitsFor(check, 'exchange-rate-business-central', texts, code), errorKey: code };
    const dataverseRate = inDataverse?.isActive ? (inDataverse.exchangeRate ?? 0) : 0;
    if (dataverseRate <= 0)
      return { ...waitsFor(check, 'exchange-rate-dataverse', texts, code), errorKey: code };

    const { rate } = inBusinessCentral;
    const difference = Math.abs(dataverseRate - rate) / rate;
    const about = { check, subject: code, errorKey: code } as const;
    return difference > tolerance + rounding
      ? { ...about, status: 'warn', ...texts.ratesDiffer(code, rate, dataverseRate, difference * 100) }
      : { ...about, status: 'pass', ...texts.ratesAgree(code, rate, dataverseRate) };
  });
}
