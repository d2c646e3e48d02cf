import { describe, expect, it } from 'vitest';
import type { BusinessCentralFacts } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import { unavailableReasons } from '../../../../shared/domain/settings-checks/fact-group.ts';
import type { OpenProblem } from '../../../../shared/domain/settings-checks/open-problems.ts';
import type { DataverseFacts } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aCurrency, aRate, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const euro = aCurrency({ isoCurrencyCode: 'EUR', exchangeRate: 1 });
const named = (key: string): OpenProblem => ({ cause: 'exchange-rate-missing', key, count: 3 });

interface Case {
  name: string;
  dataverse?: DataverseFacts;
  businessCentral?: BusinessCentralFacts;
  openProblems?: OpenProblem[];
  /** Findings as `subject status reason`. */
  inBusinessCentral: string[];
  inDataverse: string[];
}

const cases: Case[] = [
  { name: 'a rate in both apps', inBusinessCentral: ['USD pass'], inDataverse: ['USD pass'] },
  {
    name: 'no rate in Business Central',
    businessCentral: { currencyExchangeRates: { value: [] } },
    inBusinessCentral: ['USD fail'],
    inDataverse: ['USD pass'],
  },
  {
    name: 'a rate of 0 in Business Central',
    businessCentral: { currencyExchangeRates: { value: [aRate({ exchangeRateAmount: 0 })] } },
    inBusinessCentral: ['USD fail'],
    inDataverse: ['USD pass'],
  },
  {
    name: 'only a future rate in Business Central',
    businessCentral: { currencyExchangeRates: { value: [aRate({ startingDate: '2026-11-23' })] } },
    inBusinessCentral: ['USD warn'],
    inDataverse: ['USD pass'],
  },
  {
    name: 'no rate in Dataverse',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ exchangeRate: null })] } },
    inBusinessCentral: ['USD pass'],
    inDataverse: ['USD fail'],
  },
  {
    name: 'a rate of 0 in Dataverse',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ exchangeRate: 0 })] } },
    inBusinessCentral: ['USD pass'],
    inDataverse: ['USD fail'],
  },
  {
    name: 'a currency that is inactive in Dataverse',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ isActive: false })] } },
    businessCentral: { currencyExchangeRates: { value: [] } },
    inBusinessCentral: ['USD fail'],
    inDataverse: ['USD warn'],
  },
  {
    name: 'an inactive and an active currency of Dataverse with the same code',
    dataverse: {
      transactionCurrencies: { value: [aCurrency({ isActive: false }), euro, aCurrency()] },
    },
    inBusinessCentral: ['USD pass'],
    inDataverse: ['USD pass'],
  },
  {
    name: 'a currency that only one app has',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ isoCurrencyCode: 'GBP' })] } },
    inBusinessCentral: ['- skipped not-applicable'],
    inDataverse: ['- skipped not-applicable'],
  },
  {
    name: 'a currency that an error names and only Business Central has',
    dataverse: { transactionCurrencies: { value: [euro] } },
    openProblems: [named('USD')],
    inBusinessCentral: ['USD pass'],
    inDataverse: ['USD warn'],
  },
  {
    name: 'a currency that an error names and only Dataverse has',
    businessCentral: { currencies: { value: [] } },
    openProblems: [named('usd')],
    inBusinessCentral: ['USD fail'],
    inDataverse: ['USD pass'],
  },
  {
    name: 'currencies that errors name and no app has',
    openProblems: [named('SEK'), { cause: 'currency-setup-missing', key: 'NOK', count: 1 }],
    inBusinessCentral: ['NOK fail', 'SEK fail', 'USD pass'],
    inDataverse: ['NOK warn', 'SEK warn', 'USD pass'],
  },
  {
    name: 'the local currency, which is left out',
    businessCentral: { currencies: { value: [{ code: 'EUR' }, { code: 'usd' }] } },
    openProblems: [named('EUR'), named('')],
    inBusinessCentral: ['USD pass'],
    inDataverse: ['USD pass'],
  },
  {
    name: 'a key that is not a currency code',
    openProblems: [named('the customer card of somebody')],
    inBusinessCentral: ['USD pass'],
    inDataverse: ['USD pass'],
  },
];

describe('exchange-rate-business-central and -dataverse', () => {
  it.each(cases)(
    '$name',
    ({ dataverse = {}, businessCentral = {}, openProblems = [], inBusinessCentral, inDataverse }) => {
      const snapshot = aSnapshot({ dataverse, businessCentral });
      const found = (check: 'exchange-rate-business-central' | 'exchange-rate-dataverse') =>
        findingsOf(check, snapshot, openProblems).map(({ subject = '-', status, reason }) =>
          [subject, status, reason].filter(Boolean).join(' '),
        );
      expect(found('exchange-rate-business-central')).toEqual(inBusinessCentral);
      expect(found('exchange-rate-dataverse')).toEqual(inDataverse);
    },
  );

  it.each(unavailableReasons)('are skipped when Dataverse is %s', (reason) => {
    const snapshot = aSnapshot({ dataverse: { transactionCurrencies: { unavailable: { reason } } } });
    expect(findingsOf('exchange-rate-dataverse', snapshot)).toMatchObject([{ status: 'skipped', reason }]);
    expect(findingsOf('exchange-rate-business-central', snapshot)).toMatchObject([
      { status: 'skipped', reason: 'depends-on' },
    ]);
    expect(findingsOf('exchange-rate-agreement', snapshot)).toMatchObject([{ status: 'skipped', reason }]);
  });

  it.each(unavailableReasons)('are skipped when Business Central is %s', (reason) => {
    const unknown = { unavailable: { reason } };
    for (const businessCentral of [{ generalLedgerSetup: unknown }, { currencies: unknown }]) {
      const snapshot = aSnapshot({ businessCentral });
      expect(findingsOf('exchange-rate-business-central', snapshot)).toMatchObject([
        { status: 'skipped', reason },
      ]);
      expect(findingsOf('exchange-rate-dataverse', snapshot)).toMatchObject([
        { status: 'skipped', reason: 'depends-on' },
      ]);
      expect(findingsOf('exchange-rate-agreement', snapshot)).toMatchObject([{ status: 'skipped', reason }]);
    }
  });

  it('judge Dataverse without the rates of Business Central', () => {
    const snapshot = aSnapshot({
      businessCentral: { currencyExchangeRates: { unavailable: { reason: 'unexpected-answer' } } },
    });
    expect(findingsOf('exchange-rate-business-central', snapshot)).toMatchObject([
      { status: 'skipped', reason: 'unexpected-answer' },
    ]);
    expect(findingsOf('exchange-rate-dataverse', snapshot)).toMatchObject([{ status: 'pass' }]);
  });
});

describe('exchange-rate-agreement', () => {
  const compared = (businessCentral: number, dataverse: number) =>
    findingsOf(
      'exchange-rate-agreement',
      aSnapshot({
        dataverse: { transactionCurrencies: { value: [euro, aCurrency({ exchangeRate: dataverse })] } },
        businessCentral: {
          currencyExchangeRates: { value: [aRate({ exchangeRateAmount: businessCentral })] },
        },
      }),
    );

  it.each([
    { businessCentral: 1, dataverse: 1, status: 'pass' },
    { businessCentral: 1, dataverse: 1.05, status: 'pass' },
    { businessCentral: 1, dataverse: 0.95, status: 'pass' },
    { businessCentral: 1, dataverse: 1.0501, status: 'warn' },
    { businessCentral: 1, dataverse: 0.9499, status: 'warn' },
    { businessCentral: 20000, dataverse: 1 / 20000, status: 'warn' },
  ])('$businessCentral and $dataverse: $status', ({ businessCentral, dataverse, status }) => {
    expect(compared(businessCentral, dataverse)).toMatchObject([{ subject: 'USD', status }]);
  });

  it('says by how much they differ', () => {
    expect(compared(1, 1.25)[0]?.seen).toContain('25 %');
  });

  it.each([
    { name: 'no rate in Business Central', businessCentral: { currencyExchangeRates: { value: [] } } },
    {
      name: 'only a future rate in Business Central',
      businessCentral: { currencyExchangeRates: { value: [aRate({ startingDate: '2027-01-01' })] } },
    },
    {
      name: 'no rate in Dataverse',
      dataverse: { transactionCurrencies: { value: [euro, aCurrency({ exchangeRate: null })] } },
    },
    {
      name: 'inactive in Dataverse',
      dataverse: { transactionCurrencies: { value: [euro, aCurrency({ isActive: false })] } },
    },
    { name: 'no base currency', dataverse: { organization: { value: { baseCurrency: null } } } },
    {
      name: 'no local currency',
      businessCentral: { generalLedgerSetup: { value: { localCurrencyCode: '' } } },
    },
  ])('depends on a rate in each app: $name', ({ dataverse = {}, businessCentral = {} }) => {
    expect(findingsOf('exchange-rate-agreement', aSnapshot({ dataverse, businessCentral }))).toMatchObject([
      { status: 'skipped', reason: 'depends-on' },
    ]);
  });

  it('is not applicable if the base currency is not the local currency, or no other currency is in use', () => {
    const dollar = aSnapshot({ dataverse: { organization: { value: { baseCurrency: 'USD' } } } });
    const alone = aSnapshot({ businessCentral: { currencies: { value: [] } } });
    for (const snapshot of [dollar, alone])
      expect(findingsOf('exchange-rate-agreement', snapshot)).toMatchObject([
        { status: 'skipped', reason: 'not-applicable' },
      ]);
  });
});
