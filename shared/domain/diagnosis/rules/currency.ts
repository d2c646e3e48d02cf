import { currencyCode } from './keys.ts';
import { defineRules } from './rule.ts';

/** Exchange rates and the base, local and ISO currencies of the two apps. */
export const currencyRules = defineRules(() => [
  {
    name: 'no exchange rate',
    cause: 'exchange-rate-missing',
    kind: 'label',
    labels: [
      'Cannot create or update the currency {currency} in {}, because there is no exchange rate defined for it',
      'There is no Currency Exchange Rate within the filter. Filters: {currency}',
      '(Exchange Rate Amount|Relational Exch. Rate Amount) must have a value in Currency Exchange Rate: {currency}',
      'The Currency Exchange Rate does not exist. Identification fields and values: {currency}',
      'There is no exchange rate (defined |)for (the |)currency {currency}',
      'No exchange rate {}defined for (the |)currency {currency}',
      'The exchange rate (of|for) (the |)currency {currency} must be (greater than|higher than|more than) (zero|0)',
    ],
    key: ({ currency }) => currencyCode(currency),
    examples: [
      'Cannot create or update the currency USD in Dataverse, because there is no exchange rate defined for it.',
      "There is no Currency Exchange Rate within the filter. Filters: Currency Code: USD, Starting Date: ''..05/06/24",
      'Exchange Rate Amount must have a value in Currency Exchange Rate: Currency Code=USD, Starting Date=01/01/24. It cannot be zero or empty.',
      'Kan de valuta USD niet maken of bijwerken in Dataverse, omdat er geen wisselkoers voor is gedefinieerd.',
      'Die Währung USD kann in Dataverse nicht erstellt oder aktualisiert werden, da kein Wechselkurs dafür definiert ist.',
      "Impossible de créer ou de mettre à jour la devise USD dans Dataverse, car aucun taux de change n'est défini pour celle-ci.",
      'No se puede crear o actualizar la divisa USD en Dataverse porque no hay ningún tipo de cambio definido.',
      'Valutaen USD kan ikke oprettes eller opdateres i Dataverse, fordi der ikke er defineret en valutakurs for den.',
    ],
    nearMisses: [
      'Currency Exchange Ltd has no rate agreement with us.',
      'The exchange rate of the currency USD was updated.',
    ],
  },
  {
    name: 'currency setup',
    cause: 'currency-setup-missing',
    kind: 'label',
    labels: [
      'The currency with the ISO code {currency} cannot be found',
      'Cannot find the currency with the value {currency} in {}',
      'The base currency is not defined',
      'Cannot find base currency in Dataverse',
      'To enable the connection to {}, you must specify the LCY Code in General Ledger Setup',
      'Your local currency code {currency} does not match any ISO Currency Code',
      'The base currency {currency} of the Dataverse environment must exist in Business Central',
      'LCY Code must have a value in General Ledger Setup',
      'The currency {currency} (does not exist|cannot be found) in (Dataverse|Dynamics 365|Business Central)',
      "The record's currency does not {}base currency",
      'The Currency does not exist. Identification fields and values: {currency}',
      'ISO Code must have a value in Currency: {currency}',
    ],
    key: ({ currency }) => currencyCode(currency),
    examples: [
      "The currency with the ISO code 'USD' cannot be found. Therefore, the exchange rate between 'EUR' and 'USD' cannot be calculated.",
      "Cannot find the currency with the value 'USD' in Dataverse.",
      'The base currency is not defined. Disable and enable CRM connection to initialize setup properly.',
      'Cannot find base currency in Dataverse.',
      'To enable the connection to Dataverse, you must specify the LCY Code in General Ledger Setup.',
      'Your local currency code EU does not match any ISO Currency Code in the Dataverse currency table.',
      'The base currency USD of the Dataverse environment must exist in Business Central and it must have an exchange rate.',
      "De valuta met de ISO-code 'USD' kan niet worden gevonden.",
      'Die Basiswährung ist nicht definiert.',
      "La devise de base n'est pas définie.",
      'La divisa base no está definida.',
      'Basisvalutaen er ikke defineret.',
    ],
    nearMisses: [
      'The base currency of the project is EUR.',
      'Currency Exchange Ltd cannot be found in the town.',
    ],
  },
]);
