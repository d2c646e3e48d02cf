import { describe, expect, it } from 'vitest';
import type { OpenProblem } from '../../../../shared/domain/settings-checks/open-problems.ts';
import type {
  BusinessCentralFacts,
  DataverseFacts,
} from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aCurrency, aRate, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const reasons = [
  'not-configured',
  'not-permitted',
  'throttled',
  'timed-out',
  'unavailable',
  'not-found',
  'unexpected-answer',
] as const;
const euro = aCurrency({ isoCurrencyCode: 'EUR', exchangeRate: 1 });
const named = (key: string): OpenProblem => ({ cause: 'exchange-rate-missing', key, count: 3 });

interface Case {
  name: string;
  dataverse?: DataverseFacts;
  businessCentral?: BusinessCentralFacts;
  openProblems?: OpenProblem[];
  businessCentralSays: string[];
  dataverseSays: string[];
}

const cases: Case[] = [
  { name: 'a rate in both', businessCentralSays: ['USD pass'], dataverseSays: ['USD pass'] },
  {
    name: 'no rate in Business Central',
    businessCentral: { currencyExchangeRates: { value: [] } },
    businessCentralSays: ['USD fail'],
    dataverseSays: ['USD pass'],
  },
  {
    name: 'a rate of 0 in Business Central',
    businessCentral: { currencyExchangeRates: { value: [aRate({ exchangeRateAmount: 0 })] } },
    businessCentralSays: ['USD fail'],
    dataverseSays: ['USD pass'],
  },
  {
    name: 'only a future rate in Business Central',
    businessCentral: { currencyExchangeRates: { value: [aRate({ startingDate: '2026-11-23' })] } },
    businessCentralSays: ['USD warn'],
    dataverseSays: ['USD pass'],
  },
  {
    name: 'no rate in Dataverse',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ exchangeRate: null })] } },
    businessCentralSays: ['USD pass'],
    dataverseSays: ['USD fail'],
  },
  {
    name: 'a rate of 0 in Dataverse',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ exchangeRate: 0 })] } },
    businessCentralSays: ['USD pass'],
    dataverseSays: ['USD fail'],
  },
  {
    name: 'inactive in Dataverse, known to Business Central',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ isActive: false })] } },
    businessCentral: { currencyExchangeRates: { value: [] } },
    businessCentralSays: ['USD fail'],
    dataverseSays: ['USD warn'],
  },
  {
    name: 'inactive and active in Dataverse with one code',
    dataverse: {
      transactionCurrencies: { value: [aCurrency({ isActive: false }), euro, aCurrency()] },
    },
    businessCentralSays: ['USD pass'],
    dataverseSays: ['USD pass'],
  },
  {
    name: 'known to one app only, named by nobody',
    dataverse: { transactionCurrencies: { value: [euro, aCurrency({ isoCurrencyCode: 'GBP' })] } },
    businessCentralSays: ['- skipped not-applicable'],
    dataverseSays: ['- skipped not-applicable'],
  },
  {
    name: 'named by an error, known to Business Central only',
    dataverse: { transactionCurrencies: { value: [euro] } },
    openProblems: [named('USD')],
    businessCentralSays: ['USD pass'],
    dataverseSays: ['USD warn'],
  },
  {
    name: 'named by an error, known to Dataverse only',
    businessCentral: { currencies: { value: [] } },
    openProblems: [named('usd')],
    businessCentralSays: ['USD fail'],
    dataverseSays: ['USD pass'],
  },
  {
    name: 'named by an error, known to nobody',
    openProblems: [named('SEK'), { cause: 'currency-setup-missing', key: 'NOK', count: 1 }],
    businessCentralSays: ['NOK fail', 'SEK fail', 'USD pass'],
    dataverseSays: ['NOK warn', 'SEK warn', 'USD pass'],
  },
  {
    name: 'the local currency in both, and named',
    businessCentral: { currencies: { value: [{ code: 'EUR' }, { code: 'usd' }] } },
    openProblems: [named('EUR'), named('')],
    businessCentralSays: ['USD pass'],
    dataverseSays: ['USD pass'],
  },
  {
    name: 'a key that is no currency code',
    openProblems: [named('the customer card of somebody')],
    businessCentralSays: ['USD pass'],
    dataverseSays: ['USD pass'],
  },
];

describe('exchange-rate-business-central and -dataverse', () => {
  it.each(cases)(
    '$name',
    ({ dataverse = {}, businessCentral = {}, openProblems = [], businessCentralSays, dataverseSays }) => {
      const snapshot = aSnapshot({ dataverse, businessCentral });
      const say = (check: 'exchange-rate-business-central' | 'exchange-rate-dataverse') =>
        findingsOf(check, snapshot, openProblems).map(({ subject = '-', status, reason }) =>
          [subject, status, reason].filter(Boolean).join(' '),
        );
      expect(say('exchange-rate-business-central')).toEqual(businessCentralSays);
      expect(say('exchange-rate-dataverse')).toEqual(dataverseSays);
    },
  );

  it.each(reasons)('are skipped when Dataverse is %s', (reason) => {
    const snapshot = aSnapshot({ dataverse: { transactionCurrencies: { unavailable: { reason } } } });
    expect(findingsOf('exchange-rate-dataverse', snapshot)).toMatchObject([{ status: 'skipped', reason }]);
    expect(findingsOf('exchange-rate-business-central', snapshot)).toMatchObject([
      { status: 'skipped', reason: 'depends-on' },
    ]);
    expect(findingsOf('exchange-rate-agreement', snapshot)).toMatchObject([{ status: 'skipped', reason }]);
  });

  it.each(reasons)('are skipped when Business Central is %s', (reason) => {
    const down = { unavailable: { reason } };
    for (const businessCentral of [{ generalLedgerSetup: down }, { currencies: down }]) {
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

  it('do not need the rates of Business Central to judge those of Dataverse', () => {
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

  it('is not applicable where the base currency is not the local one, or there is no other currency', () => {
    const dollar = aSnapshot({ dataverse: { organization: { value: { baseCurrency: 'USD' } } } });
    const alone = aSnapshot({ businessCentral: { currencies: { value: [] } } });
    for (const snapshot of [dollar, alone])
      expect(findingsOf('exchange-rate-agreement', snapshot)).toMatchObject([
        { status: 'skipped', reason: 'not-applicable' },
      ]);
  });
});
