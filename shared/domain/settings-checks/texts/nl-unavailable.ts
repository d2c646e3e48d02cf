import type { UnavailableReason } from '../fact-group.ts';
import type { SystemName } from '../facts.ts';
import { systemNames } from './system-names.ts';

/** What happened, as the end of a sentence that begins with the name of the system. */
export const whyUnavailable: Readonly<Record<UnavailableReason, string>> = {
  'not-configured': 'is niet ingesteld',
  'not-permitted': 'weigerde deze app toegang tot deze gegevens',
  throttled: 'weigerde de aanroep omdat het er te veel waren',
  'timed-out': 'antwoordde niet op tijd',
  unavailable: 'was niet bereikbaar of nog niet gereed',
  'not-found': 'vond niet wat gevraagd werd',
  'unexpected-answer': 'gaf een antwoord dat deze app niet begrijpt',
};

const settingsOf: Readonly<Record<SystemName, string>> = {
  dataverse: 'DATAVERSE_URL, en INTEGRATION_USER voor de controles van de integratiegebruiker',
  'business-central': 'BUSINESS_CENTRAL_URL en BUSINESS_CENTRAL_COMPANY',
  graph: 'GRAPH_URL',
};

/** How to give this app the permissions it needs to read a system. */
export const permissionsOf: Readonly<Record<SystemName, string>> = {
  dataverse:
    'Voeg in het Power Platform-beheercentrum, pagina Toepassingsgebruikers (Application users), de identiteit van deze app toe en geef die een beveiligingsrol die Gebruiker, Beveiligingsrol, Team, Valuta en Organisatie mag lezen.',
  'business-central':
    "Verleen de identiteit van deze app de toepassingsmachtiging API.ReadWrite.All van Dynamics 365 Business Central. Voeg de identiteit daarna toe op de pagina Microsoft Entra-toepassingen (Microsoft Entra Applications) met een machtigingenset die valuta's, wisselkoersen, boekhoudinstellingen en taakwachtrijposten mag lezen.",
  graph:
    'Verleen de identiteit van deze app de toepassingsmachtigingen User.Read.All en RoleManagement.Read.Directory van Microsoft Graph.',
};

/** What to do when facts of a system are not known. */
export function remedyForUnavailable(system: SystemName, reason: UnavailableReason): string {
  const settings = settingsOf[system];
  switch (reason) {
    case 'not-configured':
      return `Vul ${settings} in bij de instellingen van deze app.`;
    case 'not-permitted':
      return permissionsOf[system];
    case 'throttled':
      return `Voer de controle over enkele minuten opnieuw uit: ${systemNames[system]} begrenst het aantal aanvragen.`;
    case 'not-found':
      return `Controleer de adressen en namen in deze instellingen: ${settings}.`;
    case 'unexpected-answer':
      return `Controleer deze instellingen: ${settings}. Ze moeten ${systemNames[system]} zelf noemen, niet een pagina die aanmeldt of doorverwijst.`;
    case 'timed-out':
    case 'unavailable':
      return `Voer de controle later opnieuw uit. Mislukt dat weer, controleer dan het netwerk van deze app en deze instellingen: ${settings}.`;
  }
}
