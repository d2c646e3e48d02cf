import type { states as english } from '../en/states.ts';

export const states = {
  empty: {
    nothingMatches: 'Niets voldoet aan het filter',
    changeFilter: 'Wijzig het filter of wis het.',
    allClear: (since: string) => `Alles in orde sinds ${since}`,
    noErrors: 'Geen fouten binnen bereik',
  },
  firstRun: {
    title: 'Nog geen fouten: verstuur de eerste melding',
    report: 'Verstuur er een met een opdracht:',
    demo: 'Of vul de balie met een dag aan voorbeelden, in de map van het project:',
    businessCentral:
      'Vanuit Business Central verstuurt de extensie in de map infra/business-central ze (docs/senders.md).',
    command: 'Opdracht',
    link: 'Synchronisatie tussen Business Central en Dynamics 365 Sales',
  },
  failure: {
    unknown: 'Er ging iets mis op deze pagina',
    noAnswer: 'De foutenbalie antwoordt niet',
    offline: 'U bent offline. Wat u ziet is van eerder.',
    retry: 'Opnieuw proberen',
    reload: 'Pagina opnieuw laden',
    trace: 'Traceer-id',
    countdown: (seconds: number) => `Nieuwe poging over ${seconds} s`,
    titles: { 403: 'U mag dit niet zien' } as Readonly<Record<number, string>>,
  },
  keys: {
    title: 'Een sleutel is nodig',
    explanation:
      'Deze app vraagt om een hostsleutel. Maak er in de Azure-portal een voor deze pagina (App-sleutels, Hostsleutels), met de naam dashboard.',
    warning:
      'Met een hostsleutel mag alles: melden, beslissen, verwijderen. Voor personen is aanmelden met Microsoft Entra beter.',
    label: 'Hostsleutel',
    use: 'Deze sleutel gebruiken',
    enter: 'Een sleutel invoeren',
    forget: 'Sleutel vergeten',
    empty: 'Voer een sleutel in',
    refused: 'De app accepteert deze sleutel niet',
  },
  signIn: {
    needed: 'Meld u aan om de fouten te zien',
    link: 'Aanmelden',
    as: (name: string) => `Aangemeld als ${name}`,
    missingRole: (role: string) => `Uw aanmelding mist de app-rol ${role}`,
  },
} satisfies typeof english;
