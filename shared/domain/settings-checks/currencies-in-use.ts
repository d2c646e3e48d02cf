import { isoCodeOf, normalizedCode } from './currency-code.ts';
import type { TransactionCurrency } from './settings-snapshot.ts';

/** A currency whose rates matter to the integration, and what each app knows of it. */
export interface CurrencyInUse {
  readonly code: string;
  readonly inBusinessCentral: boolean;
  readonly inDataverse: TransactionCurrency | undefined;
}

interface Known {
  readonly generalLedgerSetup: { readonly localCurrencyCode: string };
  readonly currencies: readonly { readonly code: string }[];
  readonly transactionCurrencies: readonly TransactionCurrency[];
  /** Codes that open errors name. */
  readonly named: readonly string[];
}

/** The currencies that both apps know or open errors name, without the local currency, by code. */
export function currenciesInUse({
  generalLedgerSetup: { localCurrencyCode },
  currencies,
  transactionCurrencies,
  named,
}: Known): CurrencyInUse[] {
  const businessCentral = new Set(currencies.map(({ code }) => normalizedCode(code)));
  const dataverse = new Map<string, TransactionCurrency>();
  for (const currency of transactionCurrencies) {
    const code = normalizedCode(currency.isoCurrencyCode);
    // Of two with one code, the active one is the one in use.
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
