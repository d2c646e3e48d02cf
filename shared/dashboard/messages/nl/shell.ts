import { counted } from '../counted.ts';
import type { shell as english } from '../en/shell.ts';
import type { Formats } from '../formats.ts';

export const shell = {
  title: 'Foutenbalie',
  loading: 'Laden…',
  close: 'Sluiten',
  cancel: 'Annuleren',
  save: 'Opslaan',
  undo: 'Ongedaan maken',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  copyFailed: 'Niet gekopieerd: de browser staat dat hier niet toe',
  copyLink: 'Koppeling kopiëren',
  more: 'Meer',
  soManyMore: (count: number, format: Formats) => `nog ${format.number(count)}`,
  showMore: 'Meer weergeven',
  firstSeen: 'Voor het eerst gezien',
  lastSeen: 'Laatst gezien',
  viewsLabel: 'Weergaven',
  views: {
    'do-now': 'Nu doen',
    problems: 'Problemen',
    errors: 'Fouten',
    'settings-check': 'Instellingencontrole',
    cleanups: 'Opschoningen',
  },
  language: { label: 'Taal', names: { en: 'English', nl: 'Nederlands' } },
  theme: { label: 'Thema', names: { system: 'Zoals het systeem', light: 'Licht', dark: 'Donker' } },
  company: { label: 'Bedrijf', all: 'Alle bedrijven' },
  environment: { label: 'Omgeving', all: 'Alle omgevingen' },
  cues: {
    open: 'Open',
    new: 'Nieuw',
    regressed: 'Teruggekeerd',
    administrators: 'Voor beheerders',
    recordUsers: 'Voor gebruikers van records',
    givenUp: 'Opgegeven',
    lastSign: 'Laatste levensteken',
    quiet: (companies: string) => `Stil: ${companies}`,
  },
  exports: { button: 'Exporteren', excel: 'Excel', csv: 'CSV' },
  notices: {
    'problems-overflow': (count: number, format: Formats) =>
      `Er zijn te veel problemen om uit elkaar te houden: fouten van nog ${format.number(count)} worden samen geteld. Verwijder wat oud is.`,
    'rows-unreadable': (count: number, format: Formats) =>
      `${counted(count, format, 'rij', 'rijen')} in de opslag ${format.plural(count) === 'one' ? 'is' : 'zijn'} niet leesbaar en ${format.plural(count) === 'one' ? 'wordt' : 'worden'} overgeslagen. Een nieuwere versie kan ze hebben geschreven.`,
    'alerts-dead': (count: number, format: Formats) =>
      `${counted(count, format, 'waarschuwing kon', 'waarschuwingen konden')} niet worden bezorgd.`,
  },
  shortcuts: {
    button: 'Toetsen',
    title: 'Toetsen',
    where: 'Ze werken terwijl een rij van een lijst de focus heeft.',
    singleKeys: 'Losse letters',
    keys: [
      ['↑ ↓, j k', 'Volgende of vorige rij'],
      ['Enter', 'Openen'],
      ['Esc', 'Sluiten'],
      ['Spatie', 'Selecteren'],
      ['r', 'Als opgelost markeren'],
      ['s', 'Uitstellen'],
      ['u', 'Laatste beslissing ongedaan maken'],
      ['/', 'Zoeken'],
      ['?', 'Deze toetsen'],
    ],
  },
} satisfies typeof english;
