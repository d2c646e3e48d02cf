import { type CurrencyInUse, currenciesInUse } from './currencies-in-use.ts';
import type { Facts } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import type { RateQuestion } from './rate-question.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

const check = 'exchange-rate-dataverse';

/** Checks that each currency in use is active in Dataverse and has a rate. */
export function judgeDataverseRates(
  {
    generalLedgerSetup,
    currencies,
    transactionCurrencies,
  }: Pick<Facts, 'generalLedgerSetup' | 'currencies' | 'transactionCurrencies'>,
  { named, texts }: Pick<RateQuestion, 'named' | 'texts'>,
): Judgement[] {
  if (!transactionCurrencies.known) return [skippedFor(check, transactionCurrencies, texts)];
  if (!generalLedgerSetup.known || !currencies.known)
    return [waitsFor(check, 'exchange-rate-business-central', texts)];

  const inUse = currenciesInUse({ generalLedgerSetup, currencies, transactionCurrencies }, named);
  if (inUse.length === 0) return [notApplicable(check, texts.noCurrencies())];
  return inUse.map((currency) => ({
    check,
    subject: currency.code,
    errorKey: currency.code,
    ...judgeCurrency(currency, texts),
  }));
}

function judgeCurrency(
  { code, inBusinessCentral, inDataverse }: CurrencyInUse,
  texts: FindingTexts,
): Pick<Judgement, 'status' | 'seen' | 'remedy'> {
  if (!inDataverse) return { status: 'warn', ...texts.currencyNotInDataverse(code) };
  if (!inDataverse.isActive && inBusinessCentral) return { status: 'warn', ...texts.currencyInactive(code) };
  const rate = inDataverse.exchangeRate ?? 0;
  return rate > 0
    ? { status: 'pass', ...texts.rateInDataverse(code, rate) }
    : { status: 'fail', ...texts.rateMissingInDataverse(code) };
}
