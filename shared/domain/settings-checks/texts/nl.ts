import type { FindingTexts } from './finding-texts.ts';
import { currencies } from './nl-currencies.ts';
import { connectionSetup, environmentSettings } from './nl-places.ts';
import { permissionsOf, remedyForUnavailable, whyUnavailable } from './nl-unavailable.ts';
import { systemNames } from './system-names.ts';

const userPages = `${environmentSettings}, Gebruikers en machtigingen, pagina Gebruikers (Users) of Toepassingsgebruikers (Application users)`;
const roleAssignments = `${userPages}, Beveiligingsrollen beheren`;
const administrationSection = `${environmentSettings}, Gebruikers (Users), de gebruiker, Gebruiker beheren in Dynamics 365, sectie Beheer (Administration)`;

const jobQueueEntries = 'pagina Taakwachtrijposten (Job Queue Entries), de taak';

/** The findings in Dutch. */
export const nl: FindingTexts = {
  ...currencies,
  factsUnavailable: (system, reason, detail) => ({
    seen: `${systemNames[system]} ${whyUnavailable[reason]}${detail ? ` (${detail})` : ''}.`,
    remedy: remedyForUnavailable(system, reason),
  }),
  factMissing: (path) => ({
    seen: `In de momentopname ontbreekt ${path}.`,
    remedy: `Voeg ${path} toe aan de momentopname; docs/snapshots.md toont de vorm.`,
  }),
  waitsFor: (check) => ({
    seen: `Niet beoordeeld: de uitkomst hangt af van ${check}.`,
    remedy: `Los eerst ${check} op en voer de controle daarna opnieuw uit.`,
  }),

  userFound: (user) => ({ seen: `Dataverse heeft de gebruiker ${user}.` }),
  usersFound: (count) => ({ seen: `Dataverse heeft ${count} gebruikers voor INTEGRATION_USER.` }),
  userMissing: () => ({
    seen: 'Dataverse heeft geen gebruiker met de toepassings-id of het e-mailadres van de integratiegebruiker.',
    remedy: `Voer in Business Central de begeleide instelling Verbinding met Dataverse instellen (Set up a connection to Dataverse) opnieuw uit: die maakt de toepassingsgebruiker aan. Of verbeter INTEGRATION_USER als de ${connectionSetup} een andere gebruiker noemt.`,
  }),
  userUnique: (user) => ({ seen: `Alleen ${user} heeft deze toepassings-id of dit e-mailadres.` }),
  userAmbiguous: (users) => ({
    seen: `${users.length} gebruikers hebben deze toepassings-id of dit e-mailadres: ${users.join('; ')}.`,
    remedy: `Behoud de gebruiker die de ${connectionSetup} noemt. Deactiveer en verwijder de andere: Power Platform-beheercentrum, pagina Toepassingsgebruikers (Application users).`,
  }),
  userEnabled: (user) => ({ seen: `${user} is ingeschakeld.` }),
  userDisabledInDataverse: (user) => ({
    seen: `${user} is uitgeschakeld in Dataverse.`,
    remedy: `Schakel de gebruiker in: ${userPages}.`,
  }),
  userDisabledInEntra: (user) => ({
    seen: `Het account van ${user} is uitgeschakeld in Microsoft Entra. Dataverse volgt later.`,
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
    seen: `${user} is het account van een persoon met de toegangsmodus Read-Write. De instelling staat dat toe, maar de verbinding inschakelen vereist Non-interactive.`,
    remedy: `Zet Toegangsmodus (Access Mode) op Niet-interactief (Non-interactive): ${administrationSection}. Of maak verbinding met een toepassingsgebruiker.`,
  }),
  accessModeWrong: (user, mode, expected) => ({
    seen: `${user} heeft de toegangsmodus ${mode}. De integratie heeft ${expected} nodig.`,
    remedy: `Zet Toegangsmodus (Access Mode) op ${expected}: ${administrationSection}.`,
  }),

  notAdministrator: (user) => ({ seen: `${user} heeft geen beheerdersrol.` }),
  notAdministratorByTemplate: (user, role) => ({
    seen: `${user} heeft een rol met de naam ${role}, maar volgens de sjabloon is dat een andere rol, niet die van Dataverse.`,
  }),
  administrator: (user, roles) => ({
    seen: `${user} heeft beheerdersrollen: ${roles.join(', ')}.`,
    remedy: `Gebruik een toepassingsgebruiker voor de integratie, of verwijder deze rollen: ${roleAssignments}; voor Entra-rollen Microsoft Entra-beheercentrum, Rollen en beheerders. Wijzigingen die een beheerder met dit account doet, worden niet gesynchroniseerd.`,
  }),
  roleThroughTeam: (role, team) => `${role} (via team ${team})`,
  renamedAdministrator: (role) => `System Administrator met de naam ${role}`,
  directoryRole: (role) => `${role} (Microsoft Entra)`,
  directoryRolesLimited: () => ({
    seen: 'Microsoft Graph gaf directoryrollen zonder hun naam, dus deze app mag ze niet lezen.',
    remedy: permissionsOf.graph,
  }),
  roleHeld: (user, role) => ({ seen: `${user} heeft de rol ${role}.` }),
  roleHeldThroughTeam: (user, role, teams) => ({
    seen: `${user} heeft de rol ${role} alleen via een team: ${teams.join(', ')}. Dat werkt, maar Business Central zelf ziet alleen rollen die een gebruiker rechtstreeks heeft.`,
    remedy: `Wijs de rol rechtstreeks toe aan de gebruiker: ${roleAssignments}.`,
  }),
  roleNotHeld: (user, role) => ({
    seen: `${user} heeft de rol ${role} niet.`,
    remedy: `Wijs de rol ${role} toe aan de gebruiker: ${roleAssignments}.`,
  }),
  roleOnlyByName: (user, role, id) => ({
    seen: `${user} heeft een rol met de naam ${role}, maar dat is een andere rol (${id}), niet die van de integratieoplossing.`,
    remedy: `Wijs de rol ${role} van de oplossing toe: ${roleAssignments}. Staat die niet in de lijst, kies dan Integratieoplossing opnieuw implementeren (Redeploy Integration Solution) in Business Central, ${connectionSetup}. Hernoem of verwijder de andere rol.`,
  }),
  roleNotDeployed: (role) => ({
    seen: `De rol ${role} bestaat niet in deze omgeving.`,
    remedy: `Kies Integratieoplossing opnieuw implementeren (Redeploy Integration Solution) in Business Central, ${connectionSetup}; voor de Sales-rollen pagina Microsoft Dynamics 365-verbinding instellen (Microsoft Dynamics 365 Connection Setup).`,
  }),

  noPrivilegesNamed: () => ({ seen: 'Geen open fout noemt een bevoegdheid.' }),
  privilegeHeld: (user, privilege) => ({ seen: `${user} heeft ${privilege} nu.` }),
  privilegeMissing: (user, privilege) => ({
    seen: `${user} heeft ${privilege} niet, en open fouten noemen die bevoegdheid.`,
    remedy: `Voeg ${privilege} toe aan een beveiligingsrol van de gebruiker: ${environmentSettings}, Gebruikers en machtigingen, Beveiligingsrollen (Security roles). Voor een standaardtabel kunt u ook Integratieoplossing opnieuw implementeren (Redeploy Integration Solution) kiezen op de ${connectionSetup}.`,
  }),

  noPassword: (user) => ({ seen: `${user} is een toepassingsgebruiker en heeft geen wachtwoord.` }),
  passwordGood: () => ({
    seen: 'Het account hoeft bij de volgende aanmelding het wachtwoord niet te wijzigen.',
  }),
  passwordChangeRequired: () => ({
    seen: 'Het account moet bij de volgende aanmelding het wachtwoord wijzigen, dus de integratie kan zich niet aanmelden.',
    remedy: `Meld u eenmaal aan met dit account, wijzig het wachtwoord en vul het in op de ${connectionSetup}. Of stel het opnieuw in zonder die eis: Microsoft Entra-beheercentrum, Gebruikers, de gebruiker, Wachtwoord opnieuw instellen. Een toepassingsgebruiker heeft geen wachtwoord.`,
  }),
  passwordOnPremises: () => ({
    seen: 'Het account wordt gesynchroniseerd uit een lokale directory. Een nieuw wachtwoord dat daar vereist is, is hier niet te zien.',
    remedy:
      'Controleer het account in Active Directory (Gebruiker moet wachtwoord bij volgende aanmelding wijzigen), of gebruik een toepassingsgebruiker voor de integratie.',
  }),
  passwordProfileLimited: () => ({
    seen: 'Microsoft Graph gaf geen wachtwoordprofiel, en niets toont dat deze app het mag lezen.',
    remedy: permissionsOf.graph,
  }),

  jobsRun: (count) => ({
    seen: `Terugkerende taken in Business Central die volgens plan lopen of wachten: ${count}.`,
  }),
  noRecurringJob: (check, codeunit) => ({
    seen: `Business Central heeft geen terugkerende taakwachtrijpost voor codeunit ${codeunit}.`,
    remedy:
      check === 'synchronization-jobs'
        ? `Kies Standaardsynchronisatie-instellingen gebruiken (Use Default Synchronization Setup) op de ${connectionSetup}: dat maakt de taken van de standaardtoewijzingen aan.`
        : `Voeg op de pagina Taakwachtrijposten (Job Queue Entries) een terugkerende post toe voor codeunit ${codeunit} (docs/senders.md).`,
  }),
  jobInError: (message, user) => ({
    seen: `De taak heeft de status Fout (Error)${user ? `; hij loopt als ${user}` : ''}.${message ? ` De melding: ${sentence(message)}` : ''}`,
    remedy: `Verhelp wat de melding noemt en start de taak opnieuw: ${jobQueueEntries}, Opnieuw starten (Restart).`,
  }),
  jobOnHold: () => ({
    seen: 'De taak heeft de status In wacht (On Hold): hij loopt pas weer als iemand hem start.',
    remedy: `Zet de status op Gereed (Ready): ${jobQueueEntries}.`,
  }),
  jobOverdue: (earliestStart) => ({
    seen: `De taak staat klaar sinds ${earliestStart} maar start niet: de taakwachtrij loopt niet.`,
    remedy: `Start de taak opnieuw: ${jobQueueEntries}, Opnieuw starten (Restart). Helpt dat niet, controleer dan of taakwachtrijen in deze omgeving zijn toegestaan, en of de gebruiker van de taak is ingeschakeld en een licentie heeft.`,
  }),
  jobStatusUnknown: (status) => ({
    seen: `De taak heeft de status ${status}, die deze app niet kent.`,
    remedy: `Bekijk de taak: ${jobQueueEntries}.`,
  }),
  noSender: () => ({
    seen: "Geen afzender van dit bedrijf heeft een levensteken aan deze desk gestuurd, dus misschien gebruikt het zo'n taak niet.",
  }),
};

/** A text that ends as a sentence does. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
