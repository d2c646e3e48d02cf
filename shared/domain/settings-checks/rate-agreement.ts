import { currenciesInUse } from './currencies-in-use.ts';
import { isoCodeOf, normalizedCode } from './currency-code.ts';
import type { Facts } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import { rateInForce } from './rate-in-force.ts';
import type { RateQuestion } from './rate-question.ts';

const check = 'exchange-rate-agreement';

/** How far the rates of the two apps may lie apart, as a share of Business Central's. */
const tolerance = 0.05;

// Keeps a difference of exactly the tolerance from being lost to binary fractions.
const rounding = 1e-9;

/** That the rates of the two apps are about the same, where they mean the same: base currency = local currency. */
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

  const inUse = currenciesInUse({
    generalLedgerSetup: generalLedgerSetup.value,
    currencies: currencies.value,
    transactionCurrencies: transactionCurrencies.value,
    named,
  });
  if (inUse.length === 0) return [notApplicable(check, texts.noCurrencies())];
  const table = { rates: currencyExchangeRates.value, localCurrency, today };
  return inUse.map(({ code, inDataverse }) => {
    const inBusinessCentral = rateInForce(code, table);
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
