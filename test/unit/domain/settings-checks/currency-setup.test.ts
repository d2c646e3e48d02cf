import { describe, expect, it } from 'vitest';
import type { BusinessCentralFacts } from '../../../../shared/domain/settings-checks/business-central-facts.ts';
import type { DataverseFacts } from '../../../../shared/domain/settings-checks/settings-snapshot.ts';
import { aCurrency, aRate, aSnapshot, findingsOf } from '../../../support/settings-facts.ts';

const euro = aCurrency({ isoCurrencyCode: 'EUR', exchangeRate: 1 });
const down = { unavailable: { reason: 'unavailable' as const } };

/** Findings as `subject status reason`, those of the base currency first. */
const judge = (businessCentral: BusinessCentralFacts = {}, dataverse: DataverseFacts = {}) =>
  findingsOf('currency-setup', aSnapshot({ businessCentral, dataverse })).map(
    ({ subject = '-', status, reason }) => [subject, status, reason].filter(Boolean).join(' '),
  );
const currencies = (...value: { code: string; isoCode?: string | null }[]) => ({ currencies: { value } });

describe('the currencies of Business Central', () => {
  it.each([
    { name: 'in both apps, with a rate', facts: {}, found: ['- pass'] },
    {
      name: 'new to Dataverse, with a rate',
      facts: {
        ...currencies({ code: 'GBP' }),
        currencyExchangeRates: { value: [aRate({ currencyCode: 'GBP' })] },
      },
      found: ['- pass'],
    },
    { name: 'new to Dataverse, without a rate', facts: currencies({ code: 'GBP' }), found: ['GBP warn'] },
    {
      name: 'in Dataverse, without a rate: another check says so',
      facts: { currencyExchangeRates: { value: [] } },
      found: ['- pass'],
    },
    { name: 'not of ISO 4217', facts: currencies({ code: 'EURO' }, { code: 'USD' }), found: ['EURO warn'] },
    { name: 'in lower case', facts: currencies({ code: ' usd ' }), found: ['- pass'] },
    {
      name: 'with another code than their ISO code',
      facts: {
        ...currencies({ code: 'DOLLAR', isoCode: 'USD' }),
        currencyExchangeRates: { value: [aRate({ currencyCode: 'DOLLAR' })] },
      },
      found: ['- pass'],
    },
    {
      name: 'with an ISO code that is none',
      facts: currencies({ code: 'USD', isoCode: 'USX' }),
      found: ['USD warn'],
    },
    { name: 'the local one only', facts: currencies({ code: 'EUR' }), found: ['- skipped not-applicable'] },
    { name: 'unknown', facts: { currencies: down }, found: ['- skipped unavailable'] },
    { name: 'with unknown rates', facts: { currencyExchangeRates: down }, found: ['- skipped unavailable'] },
    {
      name: 'not of ISO 4217, with unknown rates',
      facts: { ...currencies({ code: 'EURO' }), currencyExchangeRates: down },
      found: ['EURO warn'],
    },
  ])('$name', ({ facts, found }) => {
    expect(judge(facts)).toEqual(['EUR pass', ...found]);
  });
});

describe('the base currency of Dataverse', () => {
  it.each([
    { name: 'with the rate 1', dataverse: {}, found: 'EUR pass' },
    {
      name: 'with another rate',
      dataverse: { transactionCurrencies: { value: [{ ...euro, exchangeRate: 1.08 }, aCurrency()] } },
      found: 'EUR warn',
    },
    {
      name: 'without a rate',
      dataverse: { transactionCurrencies: { value: [{ ...euro, exchangeRate: null }, aCurrency()] } },
      found: 'EUR warn',
    },
    {
      name: 'that is not set',
      dataverse: { organization: { value: { baseCurrency: null } } },
      found: '- skipped depends-on',
    },
    { name: 'that is unknown', dataverse: { organization: down }, found: '- skipped unavailable' },
  ])('$name', ({ dataverse, found }) => {
    expect(judge({}, dataverse)[0]).toBe(found);
  });
});
