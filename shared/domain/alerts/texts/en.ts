import type { AlertTexts } from './alert-texts.ts';

export const enTexts: AlertTexts = {
  problemOpened: (title) => `New problem: ${title}`,
  problemRegressed: (title) => `The problem is back: ${title}`,
  problemSurge: (title, count) => `${count} errors in an hour: ${title}`,
  problemSurgeOver: (title) => `No longer many errors: ${title}`,
  givenUp: (title, count) =>
    count === 1
      ? `Business Central no longer synchronizes 1 record: ${title}`
      : `Business Central no longer synchronizes ${count} records: ${title}`,
  givenUpOver: (title) => `No record is given up any more: ${title}`,
  silence: (company) => `No sign of life from ${company}`,
  silenceOver: (company) => `${company} gives a sign of life again`,
  settingsRed: (check) => `A check of the settings fails: ${check}`,
  settingsGreen: (check) => `A check of the settings is good again: ${check}`,
  cleanupLarge: (count) => `A clean-up deleted ${count} open errors`,
  cleanupLargeOver: (count) => `The clean-up of ${count} open errors was undone`,
  summary: (count) =>
    count === 1 ? 'Alerts are on; 1 problem is open' : `Alerts are on; ${count} problems are open`,
  digest: (count) => `${count} alerts`,
  held: (until) => `More alerts are held until ${until}`,
  test: 'This is a trial message. Alerts arrive here.',
  more: (count) => `and ${count} more`,
  environment: 'Environment',
  company: 'Company',
  mapping: 'Mapping',
  key: 'Concerns',
  errors: 'Errors',
  records: 'Records',
  since: 'Since',
  message: 'Error message',
  open: 'Open the error desk',
};
