import type { SignInSteps } from '../cause-text.ts';

const connection = 'Dataverse-verbinding instellen (Dataverse Connection Setup)';
const register =
  'Open in het Microsoft Entra-beheercentrum App-registraties (App registrations) en selecteer de toepassing.';
const logs =
  'Open in het Microsoft Entra-beheercentrum Bewaking en status, Aanmeldingslogboeken (Sign-in logs), en lees welk beleid of welke methode de aanmelding tegenhield.';
const retry =
  'Kies op de pagina Synchronisatiefouten van gekoppelde gegevens (Coupled Data Synchronization Errors) de actie Alles opnieuw proberen (Retry All).';

/** Dutch steps for each reason why signing in failed. */
export const signInSteps = (): SignInSteps => ({
  'expired-password': [
    'Meld u op https://myaccount.microsoft.com aan met het account van de integratie en wijzig het wachtwoord.',
    `Open in Business Central de pagina ${connection} en voer het nieuwe wachtwoord in.`,
    'Laat de integratie een toepassingsgebruiker met een certificaat of clientgeheim gebruiken, zodat er geen wachtwoord kan verlopen.',
  ],
  'wrong-password': [
    `Open in Business Central de pagina ${connection} en voer de gebruikersnaam en het wachtwoord opnieuw in.`,
    'Kent niemand het wachtwoord, stel het dan opnieuw in in het Microsoft 365-beheercentrum onder Gebruikers, Actieve gebruikers.',
  ],
  'expired-secret': [
    register,
    'Kies Certificaten en geheimen (Certificates & secrets), Nieuw clientgeheim, en kopieer de waarde meteen: die is alleen nu te zien.',
    `Open in Business Central de pagina ${connection} en voer het nieuwe geheim in.`,
    retry,
  ],
  'wrong-secret': [
    register,
    'Kies Certificaten en geheimen (Certificates & secrets) en voeg een nieuw clientgeheim toe. Kopieer de waarde, niet de geheim-id (Secret ID).',
    `Open in Business Central de pagina ${connection} en voer die waarde in.`,
  ],
  'missing-consent': [
    register,
    'Kies API-machtigingen (API permissions) en controleer of Dynamics CRM, user_impersonation in de lijst staat.',
    `Kies Beheerderstoestemming verlenen (Grant admin consent), of meld u als beheerder aan op de pagina ${connection}.`,
  ],
  'conditional-access': [
    logs,
    'Sluit het account van de integratie uit van dat beleid, of laat de integratie een toepassingsgebruiker gebruiken; die heeft geen meervoudige verificatie nodig.',
    retry,
  ],
  'unknown-application': [
    register,
    'Ontbreekt de toepassing of is zij uitgeschakeld, registreer haar dan opnieuw in de tenant van de Dataverse-omgeving of schakel haar in.',
    `Open in Business Central de pagina ${connection} en vergelijk de client-id met de toepassings-id (client) (Application (client) ID).`,
  ],
  'unknown-user': [
    `Open in Business Central de pagina ${connection} en lees met welke gebruiker de integratie zich aanmeldt.`,
    'Open in het Microsoft Entra-beheercentrum Gebruikers en controleer of deze gebruiker bestaat in de tenant van de Dataverse-omgeving.',
    `Bestaat de gebruiker daar niet, meld u dan op de pagina ${connection} aan met een gebruiker van die tenant.`,
  ],
  'disabled-account': [
    `Open in Business Central de pagina ${connection} en lees met welke gebruiker de integratie zich aanmeldt.`,
    'Open in het Microsoft Entra-beheercentrum Gebruikers, selecteer deze gebruiker en zet Account ingeschakeld (Account enabled) aan.',
    'Controleer in het Power Platform-beheercentrum of de gebruiker ook in de omgeving is ingeschakeld.',
  ],
});
