import { environmentSettings } from './en-places.ts';
import type { CurrencyTexts } from './finding-texts.ts';

const currencySynchronization =
  'Business Central, page Integration Table Mappings, CURRENCY, Synchronize Modified Records';

const ratesOf = (currency: string) => `page Currencies, ${currency}, Exch. Rates`;

const number = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: 6, useGrouping: false });

/** The findings about currencies in English. */
export const currencies: CurrencyTexts = {
  baseCurrencyMissing: () => ({
    seen: 'Dataverse names no base currency, or one that is not among its currencies.',
    remedy: `Check the currencies: ${environmentSettings}, Business, Currencies. Then turn the connection off and on again on the page Dataverse Connection Setup.`,
  }),
  localCurrencyMissing: () => ({
    seen: 'LCY Code is empty in Business Central.',
    remedy: 'Fill in LCY Code on the page General Ledger Setup.',
  }),
  baseIsLocal: (currency) => ({ seen: `${currency} is the base currency and the local currency.` }),
  baseHasRate: (base, local) => ({
    seen: `The base currency is ${base}, the local currency ${local}. Business Central has a rate for ${base}, and Dataverse has ${local}.`,
  }),
  baseWithoutRate: (base, local) => ({
    seen: `The base currency of Dataverse is ${base}, the local currency ${local}. Business Central has no usable exchange rate for ${base}.`,
    remedy: `In Business Central, add ${base} on the page Currencies, and a rate that is valid today on the page Currency Exchange Rates.`,
  }),
  baseWithFutureRate: (base, startingDate) => ({
    seen: `The first rate of the base currency ${base} starts on ${startingDate}.`,
    remedy: `Add a rate for ${base} that is valid today, on the page Currency Exchange Rates.`,
  }),
  localNotInDataverse: (base, local) => ({
    seen: `Dataverse does not have the local currency ${local} yet. Business Central can create it, because it has a rate for the base currency ${base}.`,
    remedy: `Turn on the connection on the page Dataverse Connection Setup, then check that ${local} appears among the currencies of Dataverse.`,
  }),

  noCurrencies: () => ({
    seen: 'The two apps share no currency other than the local one, and no open error names one.',
  }),
  rateInBusinessCentral: (currency, rate, startingDate) => ({
    seen: `Business Central has ${number(rate)} ${currency} for one unit of the local currency since ${startingDate}.`,
  }),
  rateMissingInBusinessCentral: (currency) => ({
    seen: `Business Central has no exchange rate for ${currency} that can be used today.`,
    remedy: `Add a rate: ${ratesOf(currency)}.`,
  }),
  rateZeroInBusinessCentral: (currency, startingDate) => ({
    seen: `The exchange rate of ${currency} from ${startingDate} is 0 in Business Central.`,
    remedy: `Correct the amounts of that line: ${ratesOf(currency)}.`,
  }),
  rateFutureInBusinessCentral: (currency, startingDate) => ({
    seen: `The first exchange rate of ${currency} in Business Central starts on ${startingDate}. The synchronization uses it, but documents of today cannot.`,
    remedy: `Add a rate that is valid today: ${ratesOf(currency)}.`,
  }),
  currencyNotInBusinessCentral: (currency) => ({
    seen: `Open errors name ${currency}, but Business Central does not have this currency.`,
    remedy: `Add ${currency} with an exchange rate on the page Currencies.`,
  }),
  rateInDataverse: (currency, rate) => ({
    seen: `Dataverse has ${number(rate)} ${currency} for one unit of the base currency.`,
  }),
  rateMissingInDataverse: (currency) => ({
    seen: `Dataverse has no exchange rate for ${currency}.`,
    remedy: `Run the CURRENCY synchronization: ${currencySynchronization}. Or enter the rate: ${environmentSettings}, Business, Currencies.`,
  }),
  currencyInactive: (currency) => ({
    seen: `${currency} is inactive in Dataverse, but Business Central has it.`,
    remedy: `Activate ${currency} (${environmentSettings}, Business, Currencies), or delete its coupling in Business Central.`,
  }),
  currencyNotInDataverse: (currency) => ({
    seen: `Open errors name ${currency}, but Dataverse does not have this currency yet.`,
    remedy: `Run the CURRENCY synchronization: ${currencySynchronization}.`,
  }),
  ratesNotComparable: (base, local) => ({
    seen: `The rates of the two apps cannot be compared: the base currency ${base} is not the local currency ${local}.`,
  }),
  ratesAgree: (currency, businessCentral, dataverse) => ({
    seen: `${currency}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse.`,
  }),
  ratesDiffer: (currency, businessCentral, dataverse, percent) => ({
    seen: `${currency}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse. They differ by ${number(percent)} %.`,
    remedy: `Correct the rate that is wrong: ${ratesOf(currency)}. Then run the CURRENCY synchronization: ${currencySynchronization}.`,
  }),
  rateKeptUp: (currency, startingDate) => ({
    seen: `The exchange rate of ${currency} in Business Central is of ${startingDate}.`,
  }),
  rateWithoutDate: (currency) => ({
    seen: `The exchange rate of ${currency} in Business Central has no starting date.`,
  }),
  rateOld: (currency, startingDate, days) => ({
    seen: `The exchange rate of ${currency} in Business Central is of ${startingDate}, ${days} days ago. It is still used.`,
    remedy: `Add the current rate: ${ratesOf(currency)}. Or set up an exchange rate service: page Currency Exchange Rate Services.`,
  }),

  noForeignCurrencies: () => ({ seen: 'Business Central has no currency other than the local one.' }),
  currenciesSetUp: (count) => ({
    seen: `Currencies in Business Central that are ready for the synchronization: ${count}.`,
  }),
  currencyCodeNotIso: (currency, iso) => ({
    seen: `${iso}, the code of the currency ${currency} in Business Central, is not in ISO 4217. Dataverse would get it as a currency that does not exist.`,
    remedy: `Rename the currency on the page Currencies to its code in ISO 4217, such as USD. Or leave it out of the synchronization with a filter on the mapping CURRENCY.`,
  }),
  newCurrencyWithoutRate: (currency) => ({
    seen: `${currency} has no exchange rate in Business Central and is not in Dataverse yet. The synchronization cannot create it there.`,
    remedy: `Add a rate: ${ratesOf(currency)}.`,
  }),
  baseRateIsOne: (base) => ({ seen: `The base currency ${base} has the exchange rate 1 in Dataverse.` }),
  baseRateIsNotOne: (base, rate) => ({
    seen: `The base currency ${base} has the exchange rate ${number(rate)} in Dataverse instead of 1, so all amounts in it are converted wrongly.`,
    remedy: `Set the exchange rate of ${base} to 1: ${environmentSettings}, Business, Currencies.`,
  }),
};
