import type { AdministratorCauseTexts } from '../cause-text.ts';

const connection = 'Dataverse-verbinding instellen (Dataverse Connection Setup)';
const jobs = 'Taakwachtrijposten (Job Queue Entries)';
const currencies = "Valuta's (Currencies)";
const roles =
  'Open in het Power Platform-beheercentrum de omgeving, Instellingen, Gebruikers en machtigingen, Beveiligingsrollen';
const retryAll =
  'Kies op de pagina Synchronisatiefouten van gekoppelde gegevens (Coupled Data Synchronization Errors) de actie Alles opnieuw proberen (Retry All).';
const whichUser = `Open in Business Central de pagina ${connection} en lees als welke gebruiker de integratie zich aanmeldt.`;

/** Dutch texts for the causes that administrators or support resolve. */
export const administratorCauses = (): AdministratorCauseTexts => ({
  'exchange-rate-missing': {
    title: 'Een valuta heeft geen wisselkoers',
    explanation:
      'Een valuta kan alleen worden gesynchroniseerd als Business Central er een wisselkoers voor heeft die niet nul is.',
    steps: [
      {
        key: `Open in Business Central de pagina ${currencies}, selecteer {key} en kies Wisselkoersen (Exch. Rates).`,
        otherwise: `Open in Business Central de pagina ${currencies}, selecteer de valuta en kies Wisselkoersen (Exch. Rates).`,
      },
      'Voeg een regel toe met een begindatum van vandaag of eerder, een wisselkoersbedrag en een relationeel wisselkoersbedrag.',
      'Selecteer CURRENCY op de pagina Integratietabeltoewijzingen (Integration Table Mappings) en kies Gewijzigde records synchroniseren (Synchronize Modified Records).',
    ],
  },
  'currency-setup-missing': {
    title: "De valuta's van beide apps passen niet bij elkaar",
    explanation:
      'De basisvaluta van Dataverse, de lokale valuta van Business Central of een ISO-code ontbreekt of verschilt tussen de apps.',
    steps: [
      'Open in Business Central de pagina Boekhoudinstellingen (General Ledger Setup) en controleer of LV-code (LCY Code) met een ISO-code is ingevuld.',
      {
        key: `Open de pagina ${currencies} en controleer of {key} bestaat, met ISO-code en wisselkoers.`,
        otherwise: `Open de pagina ${currencies} en controleer of de basisvaluta van Dataverse bestaat, met ISO-code en wisselkoers.`,
      },
      "Open in het Power Platform-beheercentrum de instellingen van de omgeving, Zakelijk, Valuta's, en controleer of daar dezelfde code bestaat.",
      `Zet op de pagina ${connection} Ingeschakeld (Enabled) uit en weer aan.`,
    ],
  },
  'missing-privilege': {
    title: 'De integratiegebruiker mist een bevoegdheid in Dataverse',
    explanation:
      'De beveiligingsrollen van de integratiegebruiker geven niet het recht dat deze tabel vraagt. Het gaat om elke record van de tabel, niet alleen om deze.',
    steps: [
      whichUser,
      {
        key: `${roles}, en geef een rol van die gebruiker de bevoegdheid {key} op organisatieniveau.`,
        otherwise: `${roles}, en geef een rol van die gebruiker het recht dat de melding noemt: "{evidence}".`,
      },
      `Is de rol Business Central Dataverse Integration zelf gewijzigd, kies dan Integratieoplossing opnieuw implementeren (Redeploy Integration Solution) op de pagina ${connection}.`,
      retryAll,
    ],
  },
  'integration-user-invalid': {
    title: 'De integratiegebruiker kan niet worden gebruikt',
    explanation:
      'De gebruiker waarmee de integratie zich aanmeldt, bestaat niet in Dataverse, is uitgeschakeld, is geen lid van de organisatie, of heeft de verkeerde rollen of toegangsmodus.',
    steps: [
      whichUser,
      'Open in het Power Platform-beheercentrum de omgeving, Instellingen, Gebruikers en machtigingen, Toepassingsgebruikers (of Gebruikers) en controleer of deze gebruiker precies één keer bestaat en actief is.',
      'Controleer of de gebruiker de rol Business Central Dataverse Integration heeft en niet de rol System Administrator.',
      `Bestaat de gebruiker niet meer, zet Ingeschakeld (Enabled) dan uit op de pagina ${connection} en meld u opnieuw aan met de begeleide instelling. Die maakt de gebruiker opnieuw.`,
    ],
  },
  'license-missing': {
    title: 'Er ontbreekt een licentie',
    explanation:
      'De gebruiker heeft geen licentie voor Dataverse of Dynamics 365, of de licentie van Business Central dekt niet wat de taak doet.',
    steps: [
      'Lees welke gebruiker of welk object de melding noemt: "{evidence}".',
      'Open in het Microsoft 365-beheercentrum Gebruikers, Actieve gebruikers, en wijs de licentie toe. Een toepassingsgebruiker heeft er geen nodig.',
      'Kies voor Business Central op de pagina Gebruikers (Users) de actie Update Users from Microsoft 365, zodat Business Central de licentie kent.',
    ],
  },
  'authentication-failed': {
    title: 'Aanmelden bij Dataverse is mislukt',
    explanation:
      'Er is geen token uitgegeven: een geheim of wachtwoord is verlopen, toestemming ontbreekt, of de toepassing of tenant is onbekend.',
    steps: [
      {
        key: 'Zoek {key} op in de aanmeldingslogboeken van het Microsoft Entra-beheercentrum, bij de toepassing die de integratie gebruikt.',
        otherwise:
          'Zoek de mislukte aanmelding op in de aanmeldingslogboeken van het Microsoft Entra-beheercentrum.',
      },
      `Is een clientgeheim verlopen, voeg dan een nieuw toe onder App-registraties, Certificaten en geheimen, en vul het in op de pagina ${connection}.`,
      'Gebruikt de integratie het account van een persoon, controleer dan of daarvoor geen wachtwoordwijziging en geen meervoudige verificatie nodig is.',
      `Ontbreekt toestemming, vraag een beheerder dan om zich opnieuw aan te melden op de pagina ${connection}.`,
    ],
  },
  'certificate-or-tls': {
    title: 'Het certificaat of de beveiligde verbinding wordt geweigerd',
    explanation:
      'Een certificaat ontbreekt, is verlopen of wordt niet vertrouwd, of de twee servers hebben geen veilig protocol gemeen.',
    steps: [
      'Controleer het certificaat van de verbinding: het moet op de server bestaan, vandaag geldig zijn en leesbaar zijn voor het serviceaccount.',
      'Controleer op locatie of TLS 1.2 op de server aan staat en de certificeringsinstanties worden vertrouwd.',
      'Controleer of een proxy of firewall het certificaat van Dataverse vervangt.',
    ],
  },
  'environment-admin-mode': {
    title: 'De Dataverse-omgeving staat in beheermodus',
    explanation:
      'In beheermodus kunnen alleen beheerders zich aanmelden. Er wordt niets gesynchroniseerd tot die is uitgezet.',
    steps: [
      'Open in het Power Platform-beheercentrum Omgevingen en selecteer de omgeving.',
      'Kies Bewerken bij de details en zet Beheermodus (Administration mode) uit na het onderhoud.',
      retryAll,
    ],
  },
  'environment-unavailable': {
    title: 'De Dataverse-omgeving kan niet worden gevonden',
    explanation:
      'De omgeving is uitgeschakeld, verwijderd of hernoemd, of het adres klopt niet. Wachten helpt niet.',
    steps: [
      'Open in het Power Platform-beheercentrum Omgevingen en controleer of de omgeving bestaat en gereed is.',
      `Vergelijk het adres met Omgevings-URL (Environment URL) op de pagina ${connection} en verbeter het.`,
      'Is de omgeving per ongeluk verwijderd, kies dan binnen zeven dagen Verwijderde omgevingen herstellen.',
    ],
  },
  'connection-disabled': {
    title: 'De verbinding staat uit in Business Central',
    explanation:
      'De verbinding met Dataverse of Dynamics 365 Sales is niet ingeschakeld, dus er wordt niets gesynchroniseerd.',
    steps: [
      `Open de pagina ${connection} en lees waarom de verbinding werd uitgeschakeld.`,
      'Los die reden op en zet Ingeschakeld (Enabled) aan. Doe hetzelfde op de pagina Microsoft Dynamics 365-verbinding instellen (Microsoft Dynamics 365 Connection Setup) als Sales wordt gebruikt.',
      `Controleer op de pagina ${jobs} of de synchronisatietaken gereed staan.`,
    ],
  },
  'mapping-misconfigured': {
    title: 'Een tabel- of veldtoewijzing klopt niet',
    explanation:
      'De integratietabeltoewijzing mist velden, een richting, een sjabloon of criteria voor koppelen, of verwijst naar andere tabellen.',
    steps: [
      {
        key: 'Open de pagina Integratietabeltoewijzingen (Integration Table Mappings) en selecteer {key}.',
        otherwise:
          'Open de pagina Integratietabeltoewijzingen (Integration Table Mappings) en selecteer de toewijzing die de melding noemt: "{evidence}".',
      },
      'Kies Velden (Fields) en controleer de veldtoewijzingen, hun richting en de velden voor koppelen op overeenkomst. Controleer ook het configuratiesjabloon van de toewijzing.',
      'Is de toewijzing per ongeluk gewijzigd, kies dan Use Default Synchronization Setup. Dit vervangt alle toewijzingen.',
    ],
  },
  'ownership-mismatch': {
    title: 'De eigenaar past niet bij het eigendomsmodel',
    explanation:
      'De eigenaar, het team of de business unit in Dataverse is niet wat het eigendomsmodel van de verbinding (Persoon of Team) vereist.',
    steps: [
      `Controleer op de pagina ${connection} Eigendomsmodel (Ownership Model) en Gekoppelde business unit (Coupled Business Unit).`,
      'Controleer in Dataverse de eigenaar van de record en de business unit van het team of de gebruiker: "{evidence}".',
      'Wijs de record toe aan de verwachte eigenaar. Koppel bij het model Persoon de verkopers aan de gebruikers op de pagina Verkopers (Salespersons).',
    ],
  },
  'solution-missing': {
    title: 'De basisintegratieoplossing ontbreekt of is verouderd',
    explanation:
      'De oplossing die Business Central in Dataverse installeert, ontbreekt of is niet de huidige versie.',
    steps: [
      `Kies op de pagina ${connection} de actie Integratieoplossing opnieuw implementeren (Redeploy Integration Solution) en meld u aan als beheerder.`,
      'Open in Power Apps Oplossingen en controleer of bcbi_CdsBaseIntegration er staat met de huidige versie.',
    ],
  },
  'setup-incomplete': {
    title: 'Een instelling in Business Central is leeg',
    explanation: 'De integratie heeft een waarde van een instellingenpagina nodig, en dat veld is leeg.',
    steps: [
      {
        key: 'Open de instellingenpagina en vul {key} in.',
        otherwise: 'Open de instellingenpagina die de melding noemt en vul het veld in: "{evidence}".',
      },
      retryAll,
    ],
  },
  'bc-permission-missing': {
    title: 'Er ontbreekt een machtiging in Business Central',
    explanation:
      'De gebruiker die de taak uitvoert, mist een machtiging op een tabel of object van Business Central.',
    steps: [
      `Lees op de pagina ${jobs} in het veld Gebruikers-id (User ID) wie de taak uitvoert.`,
      {
        key: 'Geef die gebruiker op de pagina Gebruikers (Users) een machtigingenset met de machtiging op {key}. D365 DYN CRM MGT dekt de integratietabellen.',
        otherwise:
          'Geef die gebruiker op de pagina Gebruikers (Users) een machtigingenset met de machtiging die de melding noemt. D365 DYN CRM MGT dekt de integratietabellen.',
      },
      'Kies Opnieuw starten (Restart) op de taak.',
    ],
  },
  'plugin-failure': {
    title: 'Maatwerkcode in Dataverse is mislukt',
    explanation:
      'Een invoegtoepassing, werkstroom of andere code in Dataverse hield de wijziging tegen. De integratie zelf werkt.',
    steps: [
      'Lees welke invoegtoepassing of stap de melding noemt: "{evidence}".',
      'Zet in het Power Platform-beheercentrum of Power Apps het traceringslogboek voor invoegtoepassingen aan en herhaal de wijziging zelf in Dataverse.',
      'Stuur de tracering naar de uitgever van de oplossing waar de invoegtoepassing bij hoort.',
    ],
  },
  'internal-error': {
    title: 'De integratie zelf is mislukt',
    explanation:
      'De integratie of het platform trof gegevens of een toestand aan die niet kunnen worden verwerkt. Gebruikers of instellingen kunnen dat niet oplossen.',
    steps: [
      'Kies op de pagina Synchronisatiefouten bij integratie (Integration Synchronization Errors) de actie Show Error Call Stack en kopieer die.',
      'Zijn in Dataverse tabellen of kolommen gewijzigd, vraag een ontwikkelaar dan om de AL-tabellen opnieuw te genereren.',
      'Stuur de melding en de aanroepstack naar uw partner of naar Microsoft-ondersteuning.',
    ],
  },
});
