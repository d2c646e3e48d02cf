import type { UserCauseTexts } from '../cause-text.ts';

const coupledErrors = 'Synchronisatiefouten van gekoppelde gegevens (Coupled Data Synchronization Errors)';
const mappings = 'Integratietabeltoewijzingen (Integration Table Mappings)';
const jobs = 'Taakwachtrijposten (Job Queue Entries)';
const retry = `Kies op de pagina ${coupledErrors} bij de record Opnieuw proberen (Retry).`;
const wait = 'Wacht op de volgende uitvoering van de taak.';

/** Dutch texts for the causes that record users resolve, or that pass by themselves. */
export const userCauses = (): UserCauseTexts => ({
  'update-conflict': {
    title: 'Beide kanten hebben dezelfde record gewijzigd',
    explanation:
      'Een veld dat in twee richtingen wordt gesynchroniseerd, is sinds de vorige keer zowel in Business Central als in Dataverse gewijzigd. Geen van beide waarden wordt overschreven tot iemand er een kiest.',
    steps: [
      {
        key: `Open de pagina ${coupledErrors} en selecteer de record; het gaat om het veld {key}.`,
        otherwise: `Open de pagina ${coupledErrors} en selecteer de record.`,
      },
      'Vergelijk beide records en bepaal welke waarde juist is.',
      'Kies Synchroniseren (Synchronize) en de richting die deze waarde behoudt.',
      `Gebeurt dit vaak, vraag een beheerder dan om op de pagina ${mappings} Updateconflicten oplossen (Resolve Update Conflicts) in te vullen, en kies daarna Retry All.`,
    ],
  },
  'coupled-record-deleted': {
    title: 'De gekoppelde record is verwijderd',
    explanation:
      'Een van de twee gekoppelde records bestaat niet meer, dus de andere kan niet worden bijgewerkt.',
    steps: [
      {
        key: `Open de pagina ${coupledErrors} en selecteer de record van {key}.`,
        otherwise: `Open de pagina ${coupledErrors} en selecteer de record.`,
      },
      'Kies Records herstellen (Restore Records) om de ontbrekende record opnieuw te maken, Records verwijderen (Delete Records) om de andere te verwijderen, of Koppelingen verwijderen (Delete Couplings) om die zonder tegenhanger te houden.',
      `Gebeurt dit vaak, vraag een beheerder dan om op de pagina ${mappings} Verwijderconflicten oplossen (Resolve Deletion Conflicts) in te vullen.`,
    ],
  },
  'record-missing': {
    title: 'Een vereiste record bestaat niet',
    explanation:
      'De synchronisatie zoekt een record op nummer, code of GUID en vindt die niet in een van de twee apps.',
    steps: [
      {
        key: 'Zoek uit welke record wordt bedoeld: "{evidence}" (tabel {key}).',
        otherwise: 'Zoek uit welke record wordt bedoeld: "{evidence}".',
      },
      'Maak de record opnieuw, of verwijs naar een record die bestaat.',
      retry,
    ],
  },
  'dependency-not-coupled': {
    title: 'Een gerelateerde record is nog niet gekoppeld',
    explanation:
      'De record verwijst naar een andere record, zoals een verkoper, valuta, eenheid of klant. Die heeft nog geen tegenhanger in de andere app.',
    steps: [
      {
        key: 'Open de record die niet is gekoppeld ({key}): "{evidence}".',
        otherwise: 'Open de record die niet is gekoppeld: "{evidence}".',
      },
      'Kies Koppeling instellen (Set Up Coupling) en selecteer de tegenhanger, of maak daar een nieuwe record.',
      retry,
    ],
  },
  'already-coupled': {
    title: 'Een van de records is al gekoppeld',
    explanation: 'Een record kan aan maar één record worden gekoppeld. Deze is al aan een andere gekoppeld.',
    steps: [
      'Bepaal welke van de twee koppelingen juist is: "{evidence}".',
      {
        key: 'Is de bestaande koppeling verkeerd, open dan de record van {key} die haar heeft en kies Koppeling verwijderen (Delete Coupling).',
        otherwise:
          'Is de bestaande koppeling verkeerd, open dan de record die haar heeft en kies Koppeling verwijderen (Delete Coupling).',
      },
      'Kies Koppeling instellen (Set Up Coupling) op de juiste record.',
    ],
  },
  'match-not-unique': {
    title: 'Koppelen op overeenkomst vond niet precies één record',
    explanation:
      'Met de gekozen criteria past een record bij geen enkele niet-gekoppelde record in de andere app, of bij meer dan een.',
    steps: [
      {
        key: 'Open de lijst met records van de toewijzing {key} en zoek welke niet zijn gekoppeld.',
        otherwise: 'Open de lijst met records en zoek welke niet zijn gekoppeld.',
      },
      'Kies bij elke record Koppeling instellen (Set Up Coupling) en selecteer de tegenhanger. Kies bij veel records Match-Based Coupling met criteria die een record aanwijzen, zoals het nummer.',
      'Voeg dubbele records samen, of verwijder ze.',
    ],
  },
  'duplicate-record': {
    title: 'De record bestaat al',
    explanation:
      'Een regel voor duplicaatdetectie, een alternatieve sleutel of een unieke index weigert een tweede record met dezelfde waarden.',
    steps: [
      {
        key: 'Zoek in de tabel {key} van de andere app naar een record met hetzelfde nummer, dezelfde naam of hetzelfde e-mailadres.',
        otherwise:
          'Zoek in de andere app naar een record met hetzelfde nummer, dezelfde naam of hetzelfde e-mailadres.',
      },
      'Is het dezelfde record, kies dan Koppeling instellen (Set Up Coupling) en koppel de twee. Zo niet, wijzig dan de waarde die uniek moet zijn.',
      retry,
    ],
  },
  'unit-of-measure-invalid': {
    title: 'De eenheid klopt niet',
    explanation:
      'De eenheid, eenheidsgroep of basiseenheid ontbreekt, bestaat vaker dan één keer, is hernoemd of hoort niet bij het product.',
    steps: [
      'Controleer de eenheid die de melding noemt: "{evidence}".',
      'Open in Business Central het artikel of de resource, kies Eenheden (Units of Measure) en controleer de basiseenheid.',
      'Open in Dynamics 365 Sales de eenheidsgroep van het product en controleer of die eenheid er is, met dezelfde naam en hoeveelheid.',
      'Synchroniseer eerst de eenheid (toewijzing UNIT OF MEASURE, UNIT GROUP, ITEM UOM of RESOURCE UOM) en dan het artikel of de resource.',
    ],
  },
  'business-data-invalid': {
    title: 'Een waarde op de record is ongeldig',
    explanation:
      'De andere app weigert een waarde: die ontbreekt, is te lang, heeft het verkeerde type of past niet bij de rest van de record.',
    steps: [
      {
        key: 'Open de record en ga naar {key}.',
        otherwise: 'Open de record en zoek de waarde die de melding noemt: "{evidence}".',
      },
      'Verbeter de waarde zodat die in beide apps geldig is.',
      retry,
    ],
  },
  'record-inactive-or-readonly': {
    title: 'De record is inactief, geblokkeerd of gesloten',
    explanation:
      'De record, of het document waar die bij hoort, kan in de huidige toestand niet worden gewijzigd.',
    steps: [
      'Open de record in de app die de wijziging weigert: "{evidence}".',
      'Is de wijziging nodig, activeer, deblokkeer of heropen de record dan.',
      `Zo niet, kies dan Koppelingen verwijderen (Delete Couplings) op de pagina ${coupledErrors}, of sluit zulke records uit met een filter op de pagina ${mappings}.`,
      retry,
    ],
  },
  'table-connection-missing': {
    title: 'De sessie heeft geen verbinding met Dataverse meer',
    explanation:
      'Elke sessie registreert haar eigen tabelverbinding, en deze sessie heeft er geen. Meestal is de sessie verlopen. Bij maatwerk kan de registratie in de code ontbreken.',
    steps: [
      'Vernieuw de pagina, of meld u opnieuw aan, en herhaal de actie.',
      `Treedt de fout op in een taak, open dan de pagina ${jobs} en kies Opnieuw starten (Restart).`,
      'Komt de fout terug, geef dan de aanroepstack aan de partner die de code schreef.',
    ],
  },
  throttled: {
    title: 'Te veel aanvragen: de volgende uitvoering probeert het opnieuw',
    explanation:
      'De dienst beperkt hoeveel aanvragen hij tegelijk accepteert. De volgende geplande uitvoering gaat vanzelf verder.',
    steps: [
      wait,
      `Blijft de fout terugkomen, spreid de taken dan over de dag op de pagina ${jobs}, of voer er minder tegelijk uit.`,
    ],
  },
  'timeout-or-network': {
    title: 'De andere app antwoordde niet op tijd',
    explanation: 'De verbinding viel weg, of de dienst of de database was bezet of even niet bereikbaar.',
    steps: [
      wait,
      'Duurt de fout uren, bekijk dan de servicestatus in het Microsoft 365-beheercentrum.',
      'Mislukken alleen grote records, vraag een beheerder dan om de taak buiten kantooruren uit te voeren.',
    ],
  },
  'lock-or-concurrency': {
    title: 'De record was op hetzelfde moment in gebruik',
    explanation:
      'Een andere gebruiker of taak vergrendelde of wijzigde dezelfde gegevens tijdens de synchronisatie.',
    steps: [
      wait,
      `Blijft de fout terugkomen, controleer dan op de pagina ${jobs} welke taken tegelijk dezelfde tabel gebruiken, en plan een ervan op een ander moment.`,
    ],
  },
  'not-committed-yet': {
    title: 'Het document was nog niet opgeslagen',
    explanation:
      'Het document werd nog geboekt toen de uitvoering begon. De volgende uitvoering synchroniseert het.',
    steps: [
      wait,
      'Ontbreekt het document na twee uitvoeringen nog, kies er dan Synchroniseren (Synchronize) op.',
    ],
  },
  unclassified: {
    title: 'Niet herkend',
    explanation: 'Deze melding is geen bekende fout van de integratie, dus de oorzaak is niet bekend.',
    steps: [
      'Lees de melding en volg de koppelingen naar beide records.',
      'Kies op de pagina Synchronisatiefouten bij integratie (Integration Synchronization Errors) de actie Show Error Call Stack.',
      'Is niet duidelijk wie het kan oplossen, stuur de melding en de aanroepstack dan naar uw beheerder of partner.',
    ],
  },
});
