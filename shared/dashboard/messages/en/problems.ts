import { counted } from '../counted.ts';
import type { Formats } from '../formats.ts';

export const problems = {
  statuses: {
    open: 'Open',
    resolved: 'Resolved',
    snoozed: 'Snoozed',
    ignored: 'Ignored',
    regressed: 'Regressed',
  },
  statusUntil: (status: string, until: string) => `${status} until ${until}`,
  resolvers: {
    administrator: 'For an administrator',
    'record-user': 'For the people who own the record',
    wait: 'Passes by itself',
    support: 'For support',
    unknown: 'Not recognized',
  },
  directions: {
    'to-integration-table': 'To Dataverse',
    'from-integration-table': 'From Dataverse',
  },
  groups: {
    administrator: 'Needs an administrator',
    recordUser: 'Needs the people who own the record',
    support: 'Needs support',
    unrecognized: 'Not recognized',
    waiting: 'Passes by itself',
  },
  badges: {
    new: 'New',
    likely: 'Probably',
    givenUp: (count: number, format: Formats) =>
      `${counted(count, format, 'record', 'records')} given up by Business Central`,
  },
  counts: {
    errors: (count: number, format: Formats) => counted(count, format, 'error', 'errors'),
    records: (count: number, more: boolean, format: Formats) =>
      more
        ? `more than ${counted(count, format, 'record', 'records')}`
        : counted(count, format, 'record', 'records'),
    places: (count: number, format: Formats) => counted(count, format, 'place', 'places'),
    impact: (count: number, format: Formats) =>
      `${counted(count, format, 'record waits', 'records wait')} for it`,
    problems: (count: number, format: Formats) => counted(count, format, 'problem', 'problems'),
  },
  doNow: {
    nothing: 'Nothing to do now',
    rest: (count: number, format: Formats) => `${counted(count, format, 'more problem', 'more problems')}`,
    alsoEnds: (count: number, format: Formats) =>
      `Also ends ${counted(count, format, 'other problem', 'other problems')}`,
    copySteps: 'Copy steps',
    copyProblem: 'Copy problem',
  },
  problem: {
    title: 'Problem',
    gone: 'This problem has no errors any more',
    goneExplanation:
      'Its errors were deleted or are older than the retention. A new one would bring it back.',
    steps: 'What to do',
    documentation: 'Documentation',
    checks: 'Settings checks that would confirm it',
    notChecked: 'not checked yet',
    places: 'Where it occurs',
    causedBy: 'Follows from',
    causes: 'Causes',
    records: 'Records',
    samples: 'Newest errors',
    showErrors: 'Show its errors',
    history: 'History',
    deleteErrors: 'Delete its errors',
  },
  records: {
    openInBusinessCentral: 'Open in Business Central',
    openInDataverse: 'Open in Dynamics 365',
    noLink: (setting: string) => `Set ${setting} to make this a link`,
    none: 'No error of this problem names a record',
    givenUpOnly: 'Given up only',
    givenUp: {
      likely: (since: string) => `probably given up since ${since}`,
      confirmed: (since: string) => `given up since ${since}`,
    },
    reportedGivenUp: (count: number, format: Formats) =>
      `Business Central itself says: ${counted(count, format, 'record', 'records')} given up in the mappings where this occurs`,
    snoozeTomorrow: 'Snooze until tomorrow',
  },
  bundle: {
    button: 'Copy support bundle',
    title: 'Support bundle',
    explanation: 'This is what will be copied. Keys are never in it.',
    includeNames: 'Include names of records and e-mail addresses',
    copyMarkdown: 'Copy as Markdown',
    copyJson: 'Copy as JSON',
    version: 'Version',
    perDay: 'Errors per day',
    lastValidation: 'Last settings check',
    masked: '[masked]',
  },
  decisions: {
    resolve: 'Resolve',
    reopen: 'Reopen',
    snooze: 'Snooze',
    snoozeHour: '1 hour',
    snoozeTomorrow: 'Until tomorrow',
    snoozeWeek: 'A week',
    snoozeUntilDate: 'Until a date…',
    until: (zone: string) => `Until (${zone})`,
    mustBeLater: 'Choose a time in the future',
    ignore: 'Ignore',
    note: 'Note',
    noted: 'Note saved',
    done: {
      resolved: (count: number, format: Formats) =>
        count === 1 ? 'Resolved' : `${format.number(count)} resolved`,
      snoozed: (count: number, format: Formats) =>
        count === 1 ? 'Snoozed' : `${format.number(count)} snoozed`,
      ignored: (count: number, format: Formats) =>
        count === 1 ? 'Ignored' : `${format.number(count)} ignored`,
      open: (count: number, format: Formats) =>
        count === 1 ? 'Reopened' : `${format.number(count)} reopened`,
    },
    again: {
      resolved: 'Resolve anyway',
      snoozed: 'Snooze anyway',
      ignored: 'Ignore anyway',
      open: 'Reopen anyway',
    },
    keepTheirs: 'Keep theirs',
    takenBack: 'Taken back',
    takenBackAt: (at: string) => `taken back ${at}`,
    nothingToTakeBack: 'There is nothing to take back',
    leftBecauseDecided: (count: number, format: Formats) =>
      `Taken back; ${counted(count, format, 'problem', 'problems')} left as somebody decided since`,
    somebody: 'Somebody',
    conflict: (title: string, by: string, status: string, at: string) =>
      `${title}: ${by} decided in the meantime. It is “${status}” since ${at}.`,
  },
  checkStatuses: { pass: 'Passed', warn: 'Warning', fail: 'Failed', skipped: 'Skipped' },
  list: {
    waiting: (count: number, format: Formats) => `${format.number(count)} new · Show`,
    selected: (count: number, format: Formats) => `${format.number(count)} selected`,
    selectAll: 'Select all',
    clearSelection: 'Clear selection',
    select: (name: string) => `Select ${name}`,
    reading: 'Reading on…',
    problems: (count: number, more: boolean, format: Formats) =>
      more
        ? `more than ${counted(count, format, 'problem', 'problems')}`
        : counted(count, format, 'problem', 'problems'),
    errors: (count: number, more: boolean, format: Formats) =>
      more
        ? `more than ${counted(count, format, 'error', 'errors')}`
        : counted(count, format, 'error', 'errors'),
  },
  columns: {
    problem: 'Problem',
    places: 'Places',
    resolver: 'Who resolves it',
    days: '7 days',
    records: 'Records',
    errors: 'Errors',
    lastSeen: 'Last seen',
    status: 'Status',
  },
};
