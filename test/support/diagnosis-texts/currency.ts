import { byCause } from './labelled-text.ts';

/** Exchange rates and the set-up of currencies. */
export const currencyTexts = byCause({
  'exchange-rate-missing': [
    'Cannot create or update the currency NOK in Dataverse, because there is no exchange rate defined for it.',
    'Modifying Dataverse Transactioncurrency failed because of the following error: Cannot create or update the currency DKK in Dynamics 365 Sales, because there is no exchange rate defined for it.',
    "There is no Currency Exchange Rate within the filter.\r\n\r\nFilters: Currency Code: CHF, Starting Date: ''..22-11-26",
    'There is no exchange rate for currency USD on 01/01/24.',
    'Cannot create or update the currency SEK in Dataverse, because there is no exchange rate defined for it.',
    'Modifying Currency NOK failed because of the following error: Cannot create or update the currency NOK in Dynamics 365 Sales, because there is no exchange rate defined for it',
    "There is no Currency Exchange Rate within the filter. Filters: Currency Code: USD, Starting Date: ''..25-03-24",
    'The exchange rate of currency GBP must be greater than zero.',
    'Cannot create or update the currency %1 in %2, because there is no exchange rate defined for it.',
    'Modifying Currency DKK failed because of the following error: Cannot create or update the currency DKK in Dataverse, because there is no exchange rate defined for it.',
    'There is no Currency Exchange Rate within the filter. Filters: Currency Code: CZK, Starting Date: ..31-01-25',
  ],
  'currency-setup-missing': [
    "The currency with the ISO code 'SEK' cannot be found. Therefore, the exchange rate between 'EUR' and 'SEK' cannot be calculated.",
    "Cannot find the currency with the value 'JPY' in Dataverse.",
    'To enable the connection to Dataverse, you must specify the LCY Code in General Ledger Setup.',
    'The base currency is not defined. Disable and enable CRM connection to initialize setup properly.',
    'Your local currency code EUR does not match any ISO Currency Code in the Dataverse currency table. To continue, make sure that',
    "The currency with the ISO code 'CHF' cannot be found. Therefore, the exchange rate between 'EUR' and 'CHF' cannot be calculated.",
    "Cannot find the currency with the value 'PLN' in Dataverse.",
    'Cannot find base currency in Dataverse.',
    "Cannot find the currency with the value 'RON' in Dataverse.",
    'Cannot find base currency in Dataverse',
    'Your local currency code KC does not match any ISO Currency Code in the Dataverse currency table.',
  ],
});
