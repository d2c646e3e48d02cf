import { counted } from '../counted.ts';
import type { Formats } from '../formats.ts';

export const shell = {
  title: 'Error desk',
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied: the browser does not allow it here',
  copyLink: 'Copy link',
  more: 'More',
  soManyMore: (count: number, format: Formats) => `${format.number(count)} more`,
  showMore: 'Show more',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  viewsLabel: 'Views',
  views: {
    'do-now': 'Do now',
    problems: 'Problems',
    errors: 'Errors',
    'settings-check': 'Settings check',
    cleanups: 'Clean-ups',
  },
  language: { label: 'Language', names: { en: 'English', nl: 'Nederlands' } },
  theme: { label: 'Theme', names: { system: 'As the system', light: 'Light', dark: 'Dark' } },
  company: { label: 'Company', all: 'All companies' },
  environment: { label: 'Environment', all: 'All environments' },
  cues: {
    open: 'Open',
    new: 'New',
    regressed: 'Regressed',
    administrators: 'For administrators',
    recordUsers: 'For record users',
    givenUp: 'Given up',
    lastSign: 'Last sign of life',
    quiet: (companies: string) => `Quiet: ${companies}`,
  },
  exports: { button: 'Export', excel: 'Excel', csv: 'CSV' },
  notices: {
    'problems-overflow': (count: number, format: Formats) =>
      `There are too many problems to tell apart: errors of ${format.number(count)} more are counted together. Delete what is old, or teach the desk their texts.`,
    'rows-unreadable': (count: number, format: Formats) =>
      `${counted(count, format, 'row', 'rows')} in storage cannot be read and ${format.plural(count) === 'one' ? 'is' : 'are'} left out. A newer version may have written them.`,
    'alerts-dead': (count: number, format: Formats) =>
      `${counted(count, format, 'alert', 'alerts')} could not be delivered.`,
  },
  shortcuts: {
    button: 'Keys',
    title: 'Keys',
    where: 'They work while a row of a list has the focus.',
    singleKeys: 'Single letters',
    keys: [
      ['↑ ↓, j k', 'Next or previous row'],
      ['Enter', 'Open'],
      ['Esc', 'Close'],
      ['Space', 'Select'],
      ['r', 'Resolve'],
      ['s', 'Snooze'],
      ['u', 'Take back the last decision'],
      ['/', 'Search'],
      ['?', 'These keys'],
    ] as readonly (readonly [string, string])[],
  },
};
