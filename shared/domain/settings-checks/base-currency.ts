import { isoCodeOf, normalizedCode } from './currency-code.ts';
import type { Facts } from './facts.ts';
import { type Judgement, skippedFor } from './judgement.ts';
import { ratesInForce } from './rate-in-force.ts';
import type { RateQuestion } from './rate-question.ts';

const check = 'base-currency';

/**
 * Checks that the base currency of Dataverse is the local currency, or one that Business Central can convert (the rules
 * since 2023 wave 1).
 */
export function judgeBaseCurrency(
  {
    organization,
    generalLedgerSetup,
    currencies,
    currencyExchangeRates,
    transactionCurrencies,
  }: Pick<
    Facts,
    'organization' | 'generalLedgerSetup' | 'currencies' | 'currencyExchangeRates' | 'transactionCurrencies'
  >,
  { today, texts }: Pick<RateQuestion, 'today' | 'texts'>,
): Judgement {
  if (!organization.known) return skippedFor(check, organization, texts);
  if (!generalLedgerSetup.known) return skippedFor(check, generalLedgerSetup, texts);
  const { localCurrencyCode } = generalLedgerSetup.value;
  const base = normalizedCode(organization.value.baseCurrency ?? '');
  const local = isoCodeOf(localCurrencyCode);
  if (local === '') return { check, status: 'fail', ...texts.localCurrencyMissing() };
  if (base === '') return { check, status: 'fail', ...texts.baseCurrencyMissing() };
  const about = { check, subject: base } as const;
  if (base === local) return { ...about, status: 'pass', ...texts.baseIsLocal(base) };

  if (!currencies.known) return skippedFor(check, currencies, texts, base);
  if (!currencyExchangeRates.known) return skippedFor(check, currencyExchangeRates, texts, base);
  const hasBase = currencies.value.some(({ code }) => normalizedCode(code) === base);
  const rateOf = ratesInForce({
    rates: currencyExchangeRates.value,
    localCurrency: localCurrencyCode,
    today,
  });
  const rate = rateOf(base);
  if (!hasBase || rate.state === 'missing' || rate.state === 'zero')
    return { ...about, status: 'fail', ...texts.baseWithoutRate(base, local) };

  if (!transactionCurrencies.known) return skippedFor(check, transactionCurrencies, texts, base);
  const knowsLocal = transactionCurrencies.value.some(
    ({ isoCurrencyCode }) => normalizedCode(isoCurrencyCode) === local,
  );
  if (rate.state === 'in-force')
    return knowsLocal
      ? { ...about, status: 'pass', ...texts.baseHasRate(base, local) }
      : { ...about, status: 'warn', ...texts.localNotInDataverse(base, local) };
  // Business Central creates the local currency in Dataverse only if a rate is in force today.
  return knowsLocal
    ? { ...about, status: 'warn', ...texts.baseWithFutureRate(base, rate.startingDate) }
    : { ...about, status: 'fail', ...texts.baseWithoutRate(base, local) };
}
