import { counted } from '../counted.ts';
import type { cleanups as english } from '../en/cleanups.ts';
import type { Formats } from '../formats.ts';

const errors = (count: number, format: Formats) => counted(count, format, 'fout', 'fouten');

export const cleanups = {
  running: (count: number, format: Formats) =>
    `${counted(count, format, 'opschoning', 'opschoningen')} bezig`,
  begin: 'Opschonen…',
  none: 'Er is nog niets opgeschoond',
  noneExplanation:
    'Een opschoning verwijdert fouten die oud of afgehandeld zijn. Dat kunt u 24 uur lang ongedaan maken.',
  kinds: {
    all: 'Alle fouten',
    filtered: 'Fouten volgens filter',
    retention: 'Fouten voorbij de bewaartermijn',
    olderThan: (days: number, format: Formats) => `Fouten ouder dan ${counted(days, format, 'dag', 'dagen')}`,
  },
  columns: { what: 'Wat', deleted: 'Verwijderd' },
  upTo: (cutoff: string) => `Fouten tot en met ${cutoff}`,
  ofProblem: 'Van één probleem',
  by: (by: string) => `door ${by}`,
  deleted: (count: number, format: Formats) => `${errors(count, format)} verwijderd`,
  deletedSoFar: (count: number, format: Formats) => `tot nu toe ${errors(count, format)} verwijderd`,
  deletedOf: (count: number, total: number, format: Formats) =>
    `${format.number(count)} van ${errors(total, format)} verwijderd`,
  stillOpen: (count: number, format: Formats) =>
    `${format.number(count)} daarvan ${format.plural(count) === 'one' ? 'hoorde' : 'hoorden'} bij open problemen`,
  undoUntil: (until: string) => `Ongedaan te maken tot ${until}`,
  states: {
    running: 'Bezig',
    undoing: 'Wordt ongedaan gemaakt',
    done: 'Gereed',
    undone: 'Ongedaan gemaakt',
    stopped: 'Gestopt',
  },
  proceed: 'Doorgaan',
  stopped:
    'De opschoning is gestopt. Ga hier door, of laat het aan de foutenbalie over: die gaat later verder.',
  percent: (percent: number, format: Formats) => `${format.number(percent)} % verwijderd`,
  broughtBack: (count: number, format: Formats) =>
    `Ongedaan gemaakt: ${errors(count, format)} ${format.plural(count) === 'one' ? 'is' : 'zijn'} terug`,
  listed: (count: number, more: boolean, format: Formats) =>
    `${more ? 'meer dan ' : ''}${counted(count, format, 'opschoning', 'opschoningen')}`,
  dialog: {
    title: 'Fouten opschonen',
    ofProblem: 'De fouten van dit probleem verwijderen',
    which: 'Welke fouten worden verwijderd',
    age: 'Ouder dan een aantal dagen',
    days: 'Dagen',
    badDays: 'Voer een geheel getal van 1 tot en met 90 in',
    all: 'Alle fouten',
    filter: 'Wat het filter toont',
    noFilter: 'Er is geen filter ingesteld.',
    refused: (names: string) =>
      `Een opschoning kan niet selecteren op ${names}. Haal dat eerst uit het filter.`,
    counting: 'Bezig met tellen…',
    nothing: 'Geen fout voldoet. Er zou niets worden verwijderd.',
    goes: (count: number, format: Formats) =>
      `${errors(count, format)} ${format.plural(count) === 'one' ? 'wordt' : 'worden'} verwijderd. Geen ervan hoort bij een open probleem.`,
    goesOpen: (count: number, open: number, format: Formats) =>
      `${errors(count, format)} ${format.plural(count) === 'one' ? 'wordt' : 'worden'} verwijderd, ${format.number(open)} daarvan ${format.plural(open) === 'one' ? 'hoort' : 'horen'} bij problemen die niemand heeft opgelost`,
    openProblems: 'Problemen die niemand heeft opgelost',
    andMore: 'en meer',
    undoable: 'Dit kunt u 24 uur lang ongedaan maken.',
    delete: (count: number, format: Formats) => `${errors(count, format)} verwijderen`,
    deleteErrors: 'Fouten verwijderen',
    leave: 'U kunt dit venster sluiten; de opschoning gaat door.',
  },
} satisfies typeof english;
