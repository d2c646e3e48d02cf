import { isoCodeOf, normalizedCode } from './currency-code.ts';
import { type CompanyFacts, firstUnknown, type SharedFacts } from './facts.ts';
import { type Judgement, notApplicable, skippedFor, waitsFor } from './judgement.ts';
import type { FindingTexts } from './texts/finding-texts.ts';

const check = 'currency-setup';

/** Checks that the currencies of a company can reach Dataverse: each has a code of ISO 4217, and a rate. */
export function judgeCompanyCurrencies(
  {
    generalLedgerSetup,
    currencies,
    currencyExchangeRates,
    transactionCurrencies,
  }: Pick<CompanyFacts, 'generalLedgerSetup' | 'currencies' | 'currencyExchangeRates'> &
    Pick<SharedFacts, 'transactionCurrencies'>,
  texts: FindingTexts,
): Judgement[] {
  if (!generalLedgerSetup.known) return [skippedFor(check, generalLedgerSetup, texts)];
  if (!currencies.known) return [skippedFor(check, currencies, texts)];

  const { localCurrencyCode } = generalLedgerSetup.value;
  const locals = ['', normalizedCode(localCurrencyCode), isoCodeOf(localCurrencyCode)];
  const foreign = currencies.value.filter(({ code }) => !locals.includes(normalizedCode(code)));
  if (foreign.length === 0) return [notApplicable(check, texts.noForeignCurrencies())];

  const withRate = currencyExchangeRates.known
    ? new Set(currencyExchangeRates.value.map(({ currencyCode }) => normalizedCode(currencyCode)))
    : undefined;
  const inDataverse = transactionCurrencies.known
    ? new Set(transactionCurrencies.value.map(({ isoCurrencyCode }) => normalizedCode(isoCurrencyCode)))
    : undefined;
  // The codes of ISO 4217, as the runtime knows them.
  const isoCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
  const warnings = foreign.flatMap(({ code, isoCode }): Judgement[] => {
    const subject = normalizedCode(code);
    const about = { check, subject, errorKey: subject, status: 'warn' } as const;
    const iso = normalizedCode(isoCode ?? '') || subject;
    if (!isoCodes.has(iso)) return [{ ...about, ...texts.currencyCodeNotIso(subject, iso) }];
    const isNew = withRate && inDataverse && !withRate.has(subject) && !inDataverse.has(subject);
    return isNew ? [{ ...about, ...texts.newCurrencyWithoutRate(subject) }] : [];
  });
  if (warnings.length > 0) return warnings;
  const unknown = firstUnknown(currencyExchangeRates, transactionCurrencies);
  if (unknown) return [skippedFor(check, unknown, texts)];
  return [{ check, status: 'pass', ...texts.currenciesSetUp(foreign.length) }];
}

/** Checks that the base currency of Dataverse has the rate 1. All other rates are relative to it. */
export function judgeBaseCurrencyRate(
  { organization, transactionCurrencies }: Pick<SharedFacts, 'organization' | 'transactionCurrencies'>,
  texts: FindingTexts,
): Judgement {
  if (!organization.known) return skippedFor(check, organization, texts);
  if (!transactionCurrencies.known) return skippedFor(check, transactionCurrencies, texts);
  const base = normalizedCode(organization.value.baseCurrency ?? '');
  const found = transactionCurrencies.value.find(
    ({ isoCurrencyCode }) => normalizedCode(isoCurrencyCode) === base,
  );
  if (base === '' || !found) return waitsFor(check, 'base-currency', texts);
  const rate = found.exchangeRate ?? 0;
  return rate === 1
    ? { check, status: 'pass', subject: base, ...texts.baseRateIsOne(base) }
    : { check, status: 'warn', subject: base, errorKey: base, ...texts.baseRateIsNotOne(base, rate) };
}
