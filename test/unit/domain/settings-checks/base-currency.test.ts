import { expect, it } from 'vitest';
import type { BusinessCentralFacts } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import type { DataverseFacts } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aCurrency, aRate, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const dollar: DataverseFacts = { organization: { value: { baseCurrency: 'USD' } } };
const withoutEuro = { transactionCurrencies: { value: [aCurrency()] } };
const future = { currencyExchangeRates: { value: [aRate({ startingDate: '2027-01-01' })] } };

const cases: {
  name: string;
  dataverse?: DataverseFacts;
  businessCentral?: BusinessCentralFacts;
  status: string;
  reason?: string;
}[] = [
  { name: 'the local currency', status: 'pass' },
  {
    name: 'the local currency in lower case with a space',
    businessCentral: { generalLedgerSetup: { value: { localCurrencyCode: ' eur' } } },
    status: 'pass',
  },
  {
    name: 'the local currency with a code longer than the five characters of Dataverse',
    dataverse: { organization: { value: { baseCurrency: 'EUROZ' } } },
    businessCentral: { generalLedgerSetup: { value: { localCurrencyCode: 'EUROZONE' } } },
    status: 'pass',
  },
  { name: 'another currency with a rate', dataverse: dollar, status: 'pass' },
  {
    name: 'another currency without a rate',
    dataverse: dollar,
    businessCentral: { currencyExchangeRates: { value: [] } },
    status: 'fail',
  },
  {
    name: 'another currency with a rate of 0',
    dataverse: dollar,
    businessCentral: { currencyExchangeRates: { value: [aRate({ exchangeRateAmount: 0 })] } },
    status: 'fail',
  },
  {
    name: 'a currency that Business Central does not have',
    dataverse: dollar,
    businessCentral: { currencies: { value: [] } },
    status: 'fail',
  },
  { name: 'another currency with a future rate', dataverse: dollar, businessCentral: future, status: 'warn' },
  {
    name: 'another currency with a rate, when Dataverse lacks the local currency',
    dataverse: { ...dollar, ...withoutEuro },
    status: 'warn',
  },
  {
    name: 'another currency with a future rate, when Dataverse lacks the local currency',
    dataverse: { ...dollar, ...withoutEuro },
    businessCentral: future,
    status: 'fail',
  },
  {
    name: 'no base currency in Dataverse',
    dataverse: { organization: { value: { baseCurrency: null } } },
    status: 'fail',
  },
  {
    name: 'no local currency code',
    businessCentral: { generalLedgerSetup: { value: { localCurrencyCode: '' } } },
    status: 'fail',
  },
  {
    name: 'an unknown organization',
    dataverse: { organization: { unavailable: { reason: 'throttled' } } },
    status: 'skipped',
    reason: 'throttled',
  },
  {
    name: 'an unknown local currency',
    businessCentral: { generalLedgerSetup: { unavailable: { reason: 'timed-out' } } },
    status: 'skipped',
    reason: 'timed-out',
  },
  {
    name: 'another currency, when the currencies of Business Central are unknown',
    dataverse: dollar,
    businessCentral: { currencies: { unavailable: { reason: 'unavailable' } } },
    status: 'skipped',
    reason: 'unavailable',
  },
  {
    name: 'another currency, when the rates are unknown',
    dataverse: dollar,
    businessCentral: { currencyExchangeRates: { unavailable: { reason: 'unexpected-answer' } } },
    status: 'skipped',
    reason: 'unexpected-answer',
  },
  {
    name: 'another currency, when the currencies of Dataverse are unknown',
    dataverse: { ...dollar, transactionCurrencies: { unavailable: { reason: 'not-permitted' } } },
    status: 'skipped',
    reason: 'not-permitted',
  },
  {
    name: 'the local currency, when nothing else is known',
    dataverse: { transactionCurrencies: { unavailable: { reason: 'not-permitted' } } },
    businessCentral: {
      currencies: { unavailable: { reason: 'unavailable' } },
      currencyExchangeRates: { unavailable: { reason: 'unavailable' } },
    },
    status: 'pass',
  },
];

it.each(cases)('$name: $status', ({ dataverse = {}, businessCentral = {}, status, reason }) => {
  const findings = findingsOf('base-currency', aSnapshot({ dataverse, businessCentral }));
  expect(findings).toMatchObject([{ status, ...(reason && { reason }) }]);
});
