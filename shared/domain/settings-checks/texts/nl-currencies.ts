import type { CurrencyTexts } from './finding-texts.ts';
import { connectionSetup, environmentSettings } from './nl-places.ts';

const currencyPage = `${environmentSettings}, Bedrijf (Business), Valuta's (Currencies)`;

const currencySynchronization =
  'Business Central, pagina Integratietabeltoewijzingen (Integration Table Mappings), CURRENCY, Gewijzigde records synchroniseren';

const ratesOf = (currency: string) =>
  `pagina Valuta's (Currencies), ${currency}, Wisselkoersen (Exch. Rates)`;

const number = (value: number) =>
  value.toLocaleString('nl', { maximumSignificantDigits: 6, useGrouping: false });

/** The findings about currencies in Dutch. */
export const currencies: CurrencyTexts = {
  baseCurrencyMissing: () => ({
    seen: "Dataverse noemt geen basisvaluta, of een die niet onder zijn valuta's voorkomt.",
    remedy: `Controleer de valuta's: ${currencyPage}. Zet daarna de verbinding uit en weer aan op de ${connectionSetup}.`,
  }),
  localCurrencyMissing: () => ({
    seen: 'LV-code is leeg in Business Central.',
    remedy: 'Vul LV-code (LCY Code) in op de pagina Boekhoudinstellingen (General Ledger Setup).',
  }),
  baseIsLocal: (currency) => ({ seen: `${currency} is de basisvaluta en de lokale valuta.` }),
  baseHasRate: (base, local) => ({
    seen: `De basisvaluta is ${base}, de lokale valuta ${local}. Business Central heeft een koers voor ${base}, en Dataverse kent ${local}.`,
  }),
  baseWithoutRate: (base, local) => ({
    seen: `De basisvaluta van Dataverse is ${base}, de lokale valuta ${local}. Business Central heeft geen bruikbare wisselkoers voor ${base}.`,
    remedy: `Voeg in Business Central ${base} toe op de pagina Valuta's (Currencies), en een koers die vandaag geldt op de pagina Valutawisselkoersen (Currency Exchange Rates).`,
  }),
  baseWithFutureRate: (base, startingDate) => ({
    seen: `De eerste koers van de basisvaluta ${base} begint op ${startingDate}.`,
    remedy: `Voeg een koers voor ${base} toe die vandaag geldt, op de pagina Valutawisselkoersen (Currency Exchange Rates).`,
  }),
  localNotInDataverse: (base, local) => ({
    seen: `Dataverse kent de lokale valuta ${local} nog niet. Business Central kan die aanmaken, want het heeft een koers voor de basisvaluta ${base}.`,
    remedy: `Schakel de verbinding in op de ${connectionSetup}, en controleer of ${local} bij de valuta's van Dataverse verschijnt.`,
  }),

  noCurrencies: () => ({
    seen: 'De twee apps hebben geen valuta gemeen naast de lokale, en geen open fout noemt er een.',
  }),
  rateInBusinessCentral: (currency, rate, startingDate) => ({
    seen: `Business Central heeft ${number(rate)} ${currency} voor één eenheid van de lokale valuta sinds ${startingDate}.`,
  }),
  rateMissingInBusinessCentral: (currency) => ({
    seen: `Business Central heeft geen wisselkoers voor ${currency} die vandaag bruikbaar is.`,
    remedy: `Voeg een koers toe: ${ratesOf(currency)}.`,
  }),
  rateZeroInBusinessCentral: (currency, startingDate) => ({
    seen: `De wisselkoers van ${currency} vanaf ${startingDate} is 0 in Business Central.`,
    remedy: `Verbeter de bedragen van die regel: ${ratesOf(currency)}.`,
  }),
  rateFutureInBusinessCentral: (currency, startingDate) => ({
    seen: `De eerste wisselkoers van ${currency} in Business Central begint op ${startingDate}. De synchronisatie gebruikt die, maar documenten van vandaag kunnen dat niet.`,
    remedy: `Voeg een koers toe die vandaag geldt: ${ratesOf(currency)}.`,
  }),
  currencyNotInBusinessCentral: (currency) => ({
    seen: `Open fouten noemen ${currency}, maar Business Central kent deze valuta niet.`,
    remedy: `Voeg ${currency} met een wisselkoers toe op de pagina Valuta's (Currencies).`,
  }),
  rateInDataverse: (currency, rate) => ({
    seen: `Dataverse heeft ${number(rate)} ${currency} voor één eenheid van de basisvaluta.`,
  }),
  rateMissingInDataverse: (currency) => ({
    seen: `Dataverse heeft geen wisselkoers voor ${currency}.`,
    remedy: `Voer de synchronisatie CURRENCY uit: ${currencySynchronization}. Of vul de koers in: ${currencyPage}.`,
  }),
  currencyInactive: (currency) => ({
    seen: `${currency} is inactief in Dataverse, maar Business Central heeft deze valuta.`,
    remedy: `Activeer ${currency} (${currencyPage}), of verwijder de koppeling in Business Central.`,
  }),
  currencyNotInDataverse: (currency) => ({
    seen: `Open fouten noemen ${currency}, maar Dataverse kent deze valuta nog niet.`,
    remedy: `Voer de synchronisatie CURRENCY uit: ${currencySynchronization}.`,
  }),
  ratesNotComparable: (base, local) => ({
    seen: `De koersen van de twee apps zijn niet te vergelijken: de basisvaluta ${base} is niet de lokale valuta ${local}.`,
  }),
  ratesAgree: (currency, businessCentral, dataverse) => ({
    seen: `${currency}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse.`,
  }),
  ratesDiffer: (currency, businessCentral, dataverse, percent) => ({
    seen: `${currency}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse. Ze verschillen ${number(percent)} %.`,
    remedy: `Verbeter de koers die niet klopt: ${ratesOf(currency)}. Voer daarna de synchronisatie CURRENCY uit: ${currencySynchronization}.`,
  }),
  rateKeptUp: (currency, startingDate) => ({
    seen: `De wisselkoers van ${currency} in Business Central is van ${startingDate}.`,
  }),
  rateWithoutDate: (currency) => ({
    seen: `De wisselkoers van ${currency} in Business Central heeft geen begindatum.`,
  }),
  rateOld: (currency, startingDate, days) => ({
    seen: `De wisselkoers van ${currency} in Business Central is van ${startingDate}, ${days} dagen geleden. Hij wordt nog gebruikt.`,
    remedy: `Voeg de actuele koers toe: ${ratesOf(currency)}. Of stel een wisselkoersservice in: pagina Wisselkoersservices (Currency Exchange Rate Services).`,
  }),

  noForeignCurrencies: () => ({ seen: 'Business Central heeft geen valuta naast de lokale.' }),
  currenciesSetUp: (count) => ({
    seen: `Valuta's in Business Central die klaar zijn voor de synchronisatie: ${count}.`,
  }),
  currencyCodeNotIso: (currency, iso) => ({
    seen: `${iso}, de code van de valuta ${currency} in Business Central, staat niet in ISO 4217. Dataverse zou een valuta krijgen die niet bestaat.`,
    remedy: `Hernoem de valuta op de pagina Valuta's (Currencies) naar de code in ISO 4217, zoals USD. Of laat deze valuta weg uit de synchronisatie met een filter op de toewijzing CURRENCY.`,
  }),
  newCurrencyWithoutRate: (currency) => ({
    seen: `${currency} heeft geen wisselkoers in Business Central en staat nog niet in Dataverse. De synchronisatie kan deze valuta daar niet aanmaken.`,
    remedy: `Voeg een koers toe: ${ratesOf(currency)}.`,
  }),
  baseRateIsOne: (base) => ({ seen: `De basisvaluta ${base} heeft wisselkoers 1 in Dataverse.` }),
  baseRateIsNotOne: (base, rate) => ({
    seen: `De basisvaluta ${base} heeft wisselkoers ${number(rate)} in Dataverse in plaats van 1. Alle bedragen daarin worden verkeerd omgerekend.`,
    remedy: `Zet de wisselkoers van ${base} op 1: ${currencyPage}.`,
  }),
};
