import { counted } from '../counted.ts';
import type { problems as english } from '../en/problems.ts';
import type { Formats } from '../formats.ts';

export const problems = {
  statuses: {
    open: 'Open',
    resolved: 'Opgelost',
    snoozed: 'Uitgesteld',
    ignored: 'Genegeerd',
    regressed: 'Teruggekeerd',
  },
  statusUntil: (status: string, until: string) => `${status} tot ${until}`,
  resolvers: {
    administrator: 'Voor een beheerder',
    'record-user': 'Voor wie de record beheert',
    wait: 'Gaat vanzelf over',
    support: 'Voor ondersteuning',
    unknown: 'Niet herkend',
  },
  directions: {
    'to-integration-table': 'Naar Dataverse',
    'from-integration-table': 'Vanuit Dataverse',
  },
  groups: {
    administrator: 'Hiervoor is een beheerder nodig',
    recordUser: 'Hiervoor zijn de gebruikers van de records nodig',
    support: 'Hiervoor is ondersteuning nodig',
    unrecognized: 'Niet herkend',
    waiting: 'Gaat vanzelf over',
  },
  badges: {
    new: 'Nieuw',
    likely: 'Waarschijnlijk',
    givenUp: (count: number, format: Formats) =>
      `${counted(count, format, 'record', 'records')} opgegeven door Business Central`,
  },
  counts: {
    errors: (count: number, format: Formats) => counted(count, format, 'fout', 'fouten'),
    records: (count: number, more: boolean, format: Formats) =>
      more
        ? `meer dan ${counted(count, format, 'record', 'records')}`
        : counted(count, format, 'record', 'records'),
    places: (count: number, format: Formats) => counted(count, format, 'plaats', 'plaatsen'),
    impact: (count: number, format: Formats) =>
      `${counted(count, format, 'record wacht', 'records wachten')} erop`,
    problems: (count: number, format: Formats) => counted(count, format, 'probleem', 'problemen'),
  },
  doNow: {
    nothing: 'Nu is er niets te doen',
    rest: (count: number, format: Formats) => `Nog ${counted(count, format, 'probleem', 'problemen')}`,
    alsoEnds: (count: number, format: Formats) =>
      `Lost ook ${counted(count, format, 'ander probleem', 'andere problemen')} op`,
    copySteps: 'Stappen kopiëren',
    copyProblem: 'Probleem kopiëren',
  },
  problem: {
    title: 'Probleem',
    gone: 'Dit probleem heeft geen fouten meer',
    goneExplanation:
      'De fouten zijn verwijderd of ouder dan de bewaartermijn. Een nieuwe fout brengt het probleem terug.',
    steps: 'Wat te doen',
    documentation: 'Documentatie',
    checks: 'Te bevestigen met de instellingencontrole',
    notChecked: 'nog niet gecontroleerd',
    places: 'Waar het voorkomt',
    causedBy: 'Komt door',
    causes: 'Veroorzaakt',
    records: 'Records',
    samples: 'Nieuwste fouten',
    showErrors: 'Fouten van dit probleem weergeven',
    history: 'Geschiedenis',
    deleteErrors: 'Fouten van dit probleem verwijderen',
  },
  records: {
    openInBusinessCentral: 'Openen in Business Central',
    openInDataverse: 'Openen in Dynamics 365',
    noLink: (setting: string) => `Stel ${setting} in om hiervan een koppeling te maken`,
    none: 'Geen fout van dit probleem noemt een record',
    givenUpOnly: 'Alleen opgegeven',
    givenUp: {
      likely: (since: string) => `waarschijnlijk opgegeven sinds ${since}`,
      confirmed: (since: string) => `opgegeven sinds ${since}`,
    },
    reportedGivenUp: (count: number, format: Formats) =>
      `Business Central zelf meldt: ${counted(count, format, 'record', 'records')} opgegeven in de toewijzingen waar dit voorkomt`,
    snoozeTomorrow: 'Uitstellen tot morgen',
  },
  bundle: {
    button: 'Gegevens voor ondersteuning kopiëren',
    title: 'Gegevens voor ondersteuning',
    explanation: 'Dit wordt gekopieerd. Sleutels staan er nooit in.',
    includeNames: 'Namen van records en e-mailadressen opnemen',
    copyMarkdown: 'Als Markdown kopiëren',
    copyJson: 'Als JSON kopiëren',
    version: 'Versie',
    perDay: 'Fouten per dag',
    lastValidation: 'Laatste instellingencontrole',
    masked: '[verborgen]',
  },
  decisions: {
    resolve: 'Als opgelost markeren',
    reopen: 'Heropenen',
    snooze: 'Uitstellen',
    snoozeHour: '1 uur',
    snoozeTomorrow: 'Tot morgen',
    snoozeWeek: 'Een week',
    snoozeUntilDate: 'Tot een datum…',
    until: (zone: string) => `Tot (${zone})`,
    mustBeLater: 'Kies een tijdstip in de toekomst',
    ignore: 'Negeren',
    note: 'Notitie',
    noted: 'Notitie opgeslagen',
    done: {
      resolved: (count: number, format: Formats) =>
        count === 1 ? 'Opgelost' : `${format.number(count)} opgelost`,
      snoozed: (count: number, format: Formats) =>
        count === 1 ? 'Uitgesteld' : `${format.number(count)} uitgesteld`,
      ignored: (count: number, format: Formats) =>
        count === 1 ? 'Genegeerd' : `${format.number(count)} genegeerd`,
      open: (count: number, format: Formats) =>
        count === 1 ? 'Heropend' : `${format.number(count)} heropend`,
    },
    again: {
      resolved: 'Toch als opgelost markeren',
      snoozed: 'Toch uitstellen',
      ignored: 'Toch negeren',
      open: 'Toch heropenen',
    },
    keepTheirs: 'Die beslissing houden',
    takenBack: 'Ongedaan gemaakt',
    takenBackAt: (at: string) => `ongedaan gemaakt op ${at}`,
    nothingToTakeBack: 'Er is niets om ongedaan te maken',
    leftBecauseDecided: (count: number, format: Formats) =>
      `Ongedaan gemaakt; ${counted(count, format, 'probleem bleef', 'problemen bleven')} zoals iemand sindsdien besliste`,
    somebody: 'Iemand',
    conflict: (title: string, by: string, status: string, at: string) =>
      `${title}: ${by} besliste intussen. De status is “${status}” sinds ${at}.`,
  },
  checkStatuses: { pass: 'In orde', warn: 'Waarschuwing', fail: 'Niet in orde', skipped: 'Overgeslagen' },
  list: {
    waiting: (count: number, format: Formats) => `${format.number(count)} nieuw · Weergeven`,
    selected: (count: number, format: Formats) => `${format.number(count)} geselecteerd`,
    selectAll: 'Alles selecteren',
    clearSelection: 'Selectie wissen',
    select: (name: string) => `${name} selecteren`,
    reading: 'Verder lezen…',
    problems: (count: number, more: boolean, format: Formats) =>
      more
        ? `meer dan ${counted(count, format, 'probleem', 'problemen')}`
        : counted(count, format, 'probleem', 'problemen'),
    errors: (count: number, more: boolean, format: Formats) =>
      more
        ? `meer dan ${counted(count, format, 'fout', 'fouten')}`
        : counted(count, format, 'fout', 'fouten'),
  },
  columns: {
    problem: 'Probleem',
    places: 'Plaatsen',
    resolver: 'Wie lost het op',
    days: '7 dagen',
    records: 'Records',
    errors: 'Fouten',
    lastSeen: 'Laatst gezien',
    status: 'Status',
  },
} satisfies typeof english;
