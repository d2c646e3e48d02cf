import type { SystemName } from '../facts.ts';
import type { UnavailableReason } from '../settings-snapshot.ts';
import type { FindingTexts } from './finding-texts.ts';

const systems: Readonly<Record<SystemName, string>> = {
  dataverse: 'Dataverse',
  'business-central': 'Business Central',
  graph: 'Microsoft Graph',
};

const reasons: Readonly<Record<UnavailableReason, string>> = {
  'not-configured': 'is niet ingesteld, of de momentopname bevat deze gegevens niet',
  'not-permitted': 'stond niet toe dit te lezen',
  throttled: 'vroeg om minder vaak aan te roepen',
  'timed-out': 'antwoordde niet op tijd',
  unavailable: 'was niet bereikbaar of nog niet gereed',
  'not-found': 'kent het gevraagde niet',
  'unexpected-answer': 'gaf een antwoord dat niet te begrijpen is',
};

const settingsOf: Readonly<Record<SystemName, string>> = {
  dataverse: 'DATAVERSE_URL, en INTEGRATION_USER voor de controles van de integratiegebruiker',
  'business-central': 'BUSINESS_CENTRAL_URL en BUSINESS_CENTRAL_COMPANY',
  graph: 'GRAPH_URL',
};

const permissionsOf: Readonly<Record<SystemName, string>> = {
  dataverse:
    'Voeg in het Power Platform-beheercentrum, pagina Toepassingsgebruikers (Application users), de identiteit van deze app toe en geef die een beveiligingsrol die Gebruiker, Beveiligingsrol, Team, Valuta en Organisatie mag lezen.',
  'business-central':
    "Verleen de identiteit van deze app de toepassingsmachtiging API.ReadWrite.All van Dynamics 365 Business Central, en voeg haar toe op de pagina Microsoft Entra-toepassingen (Microsoft Entra Applications) met een machtigingenset die valuta's, wisselkoersen en boekhoudinstellingen mag lezen.",
  graph:
    'Verleen de identiteit van deze app de toepassingsmachtigingen User.Read.All en RoleManagement.Read.Directory van Microsoft Graph.',
};

function remedyFor(system: SystemName, reason: UnavailableReason): string {
  switch (reason) {
    case 'not-configured':
      return `Vul ${settingsOf[system]} in bij de instellingen van deze app, of zet de gegevens in de momentopname.`;
    case 'not-permitted':
      return permissionsOf[system];
    case 'throttled':
      return `Voer de controle over enkele minuten opnieuw uit; ${systems[system]} begrenst het aantal aanvragen.`;
    case 'not-found':
      return `Controleer de adressen en namen in de instellingen: ${settingsOf[system]}.`;
    case 'unexpected-answer':
      return `Controleer of deze instellingen ${systems[system]} zelf noemen, en niet een pagina die aanmeldt of doorverwijst: ${settingsOf[system]}.`;
    case 'timed-out':
    case 'unavailable':
      return `Voer de controle later opnieuw uit; blijft dit zo, controleer dan het netwerk van deze app en de instellingen ${settingsOf[system]}.`;
  }
}

const roleHolders =
  'Power Platform-beheercentrum, de omgeving, Instellingen, Gebruikers en machtigingen, pagina Gebruikers (Users) of Toepassingsgebruikers (Application users), Beveiligingsrollen beheren';

const administrationSection =
  'Power Platform-beheercentrum, de omgeving, Instellingen, Gebruikers (Users), de gebruiker, Gebruiker beheren in Dynamics 365, sectie Beheer (Administration)';

const currencyPage =
  "Power Platform-beheercentrum, de omgeving, Instellingen, Bedrijf (Business), Valuta's (Currencies)";

const synchronizeCurrencies =
  'Voer de synchronisatie CURRENCY uit: Business Central, pagina Integratietabeltoewijzingen (Integration Table Mappings), CURRENCY, Gewijzigde records synchroniseren';

const ratesOf = (code: string) => `pagina Valuta's (Currencies), ${code}, Wisselkoersen (Exch. Rates)`;

const number = (value: number) =>
  value.toLocaleString('nl', { maximumSignificantDigits: 6, useGrouping: false });

/** Dutch. */
export const nl: FindingTexts = {
  factsUnavailable: (system, reason, detail) => ({
    seen: `${systems[system]} ${reasons[reason]}${detail ? ` (${detail})` : ''}.`,
    remedy: remedyFor(system, reason),
  }),
  waitsFor: (check) => ({
    seen: `Niet beoordeeld: dit hangt af van ${check}.`,
    remedy: `Los eerst ${check} op en voer de controle daarna opnieuw uit.`,
  }),

  userFound: (user) => ({ seen: `Dataverse heeft de gebruiker ${user}.` }),
  usersFound: (count) => ({ seen: `Dataverse heeft ${count} gebruikers voor INTEGRATION_USER.` }),
  userMissing: () => ({
    seen: 'Dataverse heeft geen gebruiker met de toepassings-id, of het e-mailadres, van de integratiegebruiker.',
    remedy:
      'Voer in Business Central de begeleide instelling Verbinding met Dataverse instellen (Set up a connection to Dataverse) opnieuw uit, die de toepassingsgebruiker aanmaakt; of verbeter INTEGRATION_USER als daar een andere gebruiker staat dan op de pagina Instelling van Dataverse-verbinding (Dataverse Connection Setup).',
  }),
  userUnique: (user) => ({ seen: `${user} is de enige.` }),
  userAmbiguous: (users) => ({
    seen: `${users.length} gebruikers delen hetzelfde kenmerk: ${users.join('; ')}.`,
    remedy:
      'Behoud in het Power Platform-beheercentrum, pagina Toepassingsgebruikers (Application users), de gebruiker die Dataverse Connection Setup noemt; deactiveer en verwijder de andere.',
  }),
  userEnabled: (user) => ({ seen: `${user} is ingeschakeld.` }),
  userDisabledInDataverse: (user) => ({
    seen: `${user} is uitgeschakeld in Dataverse.`,
    remedy:
      'Schakel de gebruiker in: Power Platform-beheercentrum, de omgeving, Instellingen, Gebruikers en machtigingen, pagina Gebruikers (Users) of Toepassingsgebruikers (Application users).',
  }),
  userDisabledInEntra: (user) => ({
    seen: `Het account van ${user} staat uit in Microsoft Entra; Dataverse volgt later.`,
    remedy:
      'Zet Account ingeschakeld (Account enabled) aan: Microsoft Entra-beheercentrum, Gebruikers, de gebruiker, Eigenschappen.',
  }),
  attributeMissing: (attribute) => ({
    seen: `Dataverse gaf geen waarde voor ${attribute}.`,
    remedy:
      'Laat de identiteit van deze app alle kolommen van Gebruiker in Dataverse lezen en voer de controle opnieuw uit.',
  }),
  licenceNotNeeded: (user) => ({
    seen: `${user} heeft geen licentie nodig: het is een toepassingsgebruiker, of de toegangsmodus is Niet-interactief.`,
  }),
  userLicensed: (user) => ({ seen: `${user} heeft een licentie.` }),
  userNotLicensed: (user) => ({
    seen: `${user} heeft geen licentie voor Dataverse.`,
    remedy:
      'Wijs een licentie toe (Microsoft 365-beheercentrum, Actieve gebruikers, Licenties en apps), of zet de toegangsmodus van de gebruiker op Niet-interactief.',
  }),
  accessModeGood: (user, mode) => ({ seen: `${user} heeft de toegangsmodus ${mode}.` }),
  accessModeReadWrite: (user) => ({
    seen: `${user} is het account van een persoon met de toegangsmodus Read-Write: bij het instellen mag dat, bij het inschakelen van de verbinding wordt Non-interactive gevraagd.`,
    remedy: `Zet Toegangsmodus (Access Mode) op Niet-interactief (Non-interactive): ${administrationSection}; of maak verbinding met een toepassingsgebruiker.`,
  }),
  accessModeWrong: (user, mode, expected) => ({
    seen: `${user} heeft de toegangsmodus ${mode}; de integratie heeft ${expected} nodig.`,
    remedy: `Zet Toegangsmodus (Access Mode) op ${expected}: ${administrationSection}.`,
  }),

  notAdministrator: (user) => ({ seen: `${user} heeft geen beheerdersrol.` }),
  administrator: (user, roles) => ({
    seen: `${user} heeft ${roles.join(', ')}.`,
    remedy: `Gebruik een toepassingsgebruiker voor de integratie, of neem deze rollen weg (${roleHolders}; Entra-rollen: Microsoft Entra-beheercentrum, Rollen en beheerders). Wijzigingen die een beheerder met dit account doet, zouden niet worden gesynchroniseerd.`,
  }),
  roleThroughTeam: (role, team) => `${role} (via team ${team})`,
  directoryRole: (role) => `${role} (Microsoft Entra)`,
  directoryRolesLimited: () => ({
    seen: 'Microsoft Graph gaf directoryrollen zonder hun naam: beperkte informatie.',
    remedy: permissionsOf.graph,
  }),
  roleHeld: (user, role) => ({ seen: `${user} heeft ${role}.` }),
  roleHeldThroughTeam: (user, role, teams) => ({
    seen: `${user} heeft ${role} alleen via ${teams.join(', ')}. Dat werkt, maar Business Central zelf kijkt naar rollen die rechtstreeks zijn toegewezen.`,
    remedy: `Geef de gebruiker de rol zelf: ${roleHolders}.`,
  }),
  roleNotHeld: (user, role) => ({
    seen: `${user} heeft ${role} niet.`,
    remedy: `Geef de gebruiker de rol ${role}: ${roleHolders}.`,
  }),
  roleNotDeployed: (role) => ({
    seen: `De rol ${role} bestaat niet in deze omgeving.`,
    remedy:
      'Kies in Business Central, pagina Instelling van Dataverse-verbinding (Dataverse Connection Setup; voor de Sales-rollen Microsoft Dynamics 365 Connection Setup), Integratieoplossing opnieuw implementeren (Redeploy Integration Solution).',
  }),

  noPrivilegesNamed: () => ({ seen: 'Geen open fout noemt een bevoegdheid.' }),
  privilegeHeld: (user, privilege) => ({ seen: `${user} heeft ${privilege} nu.` }),
  privilegeMissing: (user, privilege) => ({
    seen: `${user} heeft ${privilege} niet, en open fouten noemen die bevoegdheid.`,
    remedy: `Voeg ${privilege} toe aan een beveiligingsrol van de gebruiker: Power Platform-beheercentrum, de omgeving, Instellingen, Gebruikers en machtigingen, Beveiligingsrollen (Security roles); of kies Integratieoplossing opnieuw implementeren (Redeploy Integration Solution) op de pagina Dataverse Connection Setup als het een standaardtabel betreft.`,
  }),

  noPassword: (user) => ({ seen: `${user} is een toepassingsgebruiker en heeft geen wachtwoord.` }),
  passwordGood: () => ({
    seen: 'Bij de volgende aanmelding wordt geen wijziging van het wachtwoord gevraagd.',
  }),
  passwordChangeRequired: () => ({
    seen: 'Het account moet bij de volgende aanmelding het wachtwoord wijzigen, dus de integratie kan zich niet aanmelden.',
    remedy:
      'Meld u eenmaal aan met dit account, wijzig het wachtwoord en vul het in op de pagina Instelling van Dataverse-verbinding (Dataverse Connection Setup); of stel het opnieuw in zonder die eis (Microsoft Entra-beheercentrum, Gebruikers, de gebruiker, Wachtwoord opnieuw instellen). Een toepassingsgebruiker heeft geen wachtwoord.',
  }),
  passwordOnPremises: () => ({
    seen: 'Het account wordt gesynchroniseerd uit een lokale directory, die een nieuw wachtwoord kan eisen zonder dat dit hier te zien is.',
    remedy:
      'Kijk naar het account in Active Directory (Gebruiker moet wachtwoord bij volgende aanmelding wijzigen), of gebruik een toepassingsgebruiker voor de integratie.',
  }),
  passwordProfileLimited: () => ({
    seen: 'Microsoft Graph gaf geen wachtwoordprofiel, en niets waaruit blijkt dat het gelezen mag worden.',
    remedy: permissionsOf.graph,
  }),

  baseCurrencyMissing: () => ({
    seen: "Dataverse noemt geen basisvaluta, of geen die onder zijn valuta's voorkomt.",
    remedy: `Controleer de valuta's (${currencyPage}) en zet daarna de verbinding uit en weer aan op de pagina Instelling van Dataverse-verbinding (Dataverse Connection Setup).`,
  }),
  localCurrencyMissing: () => ({
    seen: 'LV-code is leeg in Business Central.',
    remedy: 'Vul LV-code (LCY Code) in op de pagina Boekhoudinstellingen (General Ledger Setup).',
  }),
  baseIsLocal: (code) => ({ seen: `${code} is de basisvaluta en de lokale valuta.` }),
  baseHasRate: (base, local) => ({
    seen: `De basisvaluta is ${base}, de lokale valuta ${local}; Business Central heeft een koers voor ${base}, en Dataverse kent ${local}.`,
  }),
  baseWithoutRate: (base, local) => ({
    seen: `De basisvaluta van Dataverse is ${base}, de lokale valuta is ${local}, en Business Central heeft geen bruikbare wisselkoers voor ${base}.`,
    remedy: `Voeg in Business Central ${base} toe op de pagina Valuta's (Currencies) en een geldende koers op de pagina Valutawisselkoersen (Currency Exchange Rates).`,
  }),
  baseWithFutureRate: (base, startingDate) => ({
    seen: `De koers van de basisvaluta ${base} begint pas op ${startingDate}.`,
    remedy: `Voeg een koers voor ${base} toe die vandaag geldt, op de pagina Valutawisselkoersen (Currency Exchange Rates).`,
  }),
  localNotInDataverse: (base, local) => ({
    seen: `Dataverse kent de lokale valuta ${local} nog niet; Business Central kan haar aanmaken, want het heeft een koers voor de basisvaluta ${base}.`,
    remedy: `Schakel de verbinding in, pagina Instelling van Dataverse-verbinding (Dataverse Connection Setup), en kijk of ${local} bij de valuta's van Dataverse verschijnt.`,
  }),

  noCurrencies: () => ({
    seen: 'Beide apps kennen geen valuta naast de lokale, en geen open fout noemt er een.',
  }),
  rateInBusinessCentral: (code, rate, startingDate) => ({
    seen: `Business Central heeft ${number(rate)} ${code} voor één eenheid van de lokale valuta sinds ${startingDate}.`,
  }),
  rateMissingInBusinessCentral: (code) => ({
    seen: `Business Central heeft geen wisselkoers voor ${code} die vandaag bruikbaar is.`,
    remedy: `Voeg een koers toe: ${ratesOf(code)}.`,
  }),
  rateZeroInBusinessCentral: (code, startingDate) => ({
    seen: `De wisselkoers van ${code} vanaf ${startingDate} is 0 in Business Central.`,
    remedy: `Verbeter de bedragen van die regel: ${ratesOf(code)}.`,
  }),
  rateFutureInBusinessCentral: (code, startingDate) => ({
    seen: `De eerste wisselkoers van ${code} in Business Central begint op ${startingDate}; de synchronisatie neemt die over, documenten van vandaag kunnen dat niet.`,
    remedy: `Voeg een koers toe die vandaag geldt: ${ratesOf(code)}.`,
  }),
  currencyNotInBusinessCentral: (code) => ({
    seen: `Open fouten noemen ${code}, en Business Central kent deze valuta niet.`,
    remedy: `Voeg ${code} met een wisselkoers toe op de pagina Valuta's (Currencies).`,
  }),
  rateInDataverse: (code, rate) => ({
    seen: `Dataverse heeft ${number(rate)} ${code} voor één eenheid van de basisvaluta.`,
  }),
  rateMissingInDataverse: (code) => ({
    seen: `Dataverse heeft geen wisselkoers voor ${code}.`,
    remedy: `${synchronizeCurrencies}; of vul de koers in: ${currencyPage}.`,
  }),
  currencyInactive: (code) => ({
    seen: `${code} is inactief in Dataverse, terwijl Business Central deze valuta heeft.`,
    remedy: `Activeer ${code} (${currencyPage}), of verwijder de koppeling in Business Central.`,
  }),
  currencyNotInDataverse: (code) => ({
    seen: `Open fouten noemen ${code}, en Dataverse kent deze valuta nog niet.`,
    remedy: `${synchronizeCurrencies}.`,
  }),
  agreementNotComparable: (base, local) => ({
    seen: `De basisvaluta ${base} is niet de lokale valuta ${local}: de twee koersen betekenen iets anders.`,
  }),
  ratesAgree: (code, businessCentral, dataverse) => ({
    seen: `${code}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse.`,
  }),
  ratesDiffer: (code, businessCentral, dataverse, percent) => ({
    seen: `${code}: ${number(businessCentral)} in Business Central, ${number(dataverse)} in Dataverse; dat verschilt ${number(percent)} %.`,
    remedy: `Verbeter de koers die niet klopt (${ratesOf(code)}). ${synchronizeCurrencies}.`,
  }),
};
