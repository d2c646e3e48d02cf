import { isoCodeOf, normalizedCode } from './currency-code.ts';
import type { Facts } from './facts.ts';
import type { TransactionCurrency } from './settings-snapshot.ts';

/** A currency that the integration uses, in each app. */
export interface CurrencyInUse {
  readonly code: string;
  readonly inBusinessCentral: boolean;
  readonly inDataverse: TransactionCurrency | undefined;
}

type KnownFacts = {
  readonly [Name in 'generalLedgerSetup' | 'currencies' | 'transactionCurrencies']: Extract<
    Facts[Name],
    { known: true }
  >;
};

/**
 * The currencies that both apps have or open errors name, without the local currency, sorted by code.
 * @param named Codes that open errors name.
 */
export function currenciesInUse(
  { generalLedgerSetup, currencies, transactionCurrencies }: KnownFacts,
  named: readonly string[],
): CurrencyInUse[] {
  const { localCurrencyCode } = generalLedgerSetup.value;
  const businessCentral = new Set(currencies.value.map(({ code }) => normalizedCode(code)));
  const dataverse = new Map<string, TransactionCurrency>();
  for (const currency of transactionCurrencies.value) {
    const code = normalizedCode(currency.isoCurrencyCode);
    // If two currencies have the same code, the active one is in use.
    if (!dataverse.get(code)?.isActive) dataverse.set(code, currency);
  }
  const inUse = new Set([
    ...[...businessCentral].filter((code) => dataverse.has(code)),
    ...named.map(normalizedCode),
  ]);
  for (const local of ['', normalizedCode(localCurrencyCode), isoCodeOf(localCurrencyCode)])
    inUse.delete(local);
  return [...inUse].sort().map((code) => ({
    code,
    inBusinessCentral: businessCentral.has(code),
    inDataverse: dataverse.get(code),
  }));
}
