import { counted } from '../counted.ts';
import type { Formats } from '../formats.ts';

const errors = (count: number, format: Formats) => counted(count, format, 'error', 'errors');

export const cleanups = {
  running: (count: number, format: Formats) => `${counted(count, format, 'clean-up', 'clean-ups')} running`,
  begin: 'Clean up…',
  none: 'Nothing was cleaned up yet',
  noneExplanation: 'A clean-up deletes errors that are old or done with. For 24 hours it can be undone.',
  kinds: {
    all: 'All errors',
    filtered: 'Errors by filter',
    retention: 'Errors past the retention',
    olderThan: (days: number, format: Formats) => `Errors older than ${counted(days, format, 'day', 'days')}`,
  },
  columns: { what: 'What', deleted: 'Deleted' },
  upTo: (cutoff: string) => `Errors up to ${cutoff}`,
  ofProblem: 'Of one problem',
  by: (by: string) => `by ${by}`,
  deleted: (count: number, format: Formats) => `${errors(count, format)} deleted`,
  deletedSoFar: (count: number, format: Formats) => `${errors(count, format)} deleted so far`,
  deletedOf: (count: number, total: number, format: Formats) =>
    `${format.number(count)} of ${errors(total, format)} deleted`,
  stillOpen: (count: number, format: Formats) => `${format.number(count)} of them belonged to open problems`,
  undoUntil: (until: string) => `Can be undone until ${until}`,
  states: { running: 'Running', undoing: 'Being undone', done: 'Done', undone: 'Undone', stopped: 'Stopped' },
  proceed: 'Continue',
  stopped: 'It stopped. Continue it here, or leave it to the desk, which continues it later.',
  percent: (percent: number, format: Formats) => `${format.number(percent)} % deleted`,
  broughtBack: (count: number, format: Formats) =>
    `Undone: ${errors(count, format)} ${format.plural(count) === 'one' ? 'is' : 'are'} back`,
  listed: (count: number, more: boolean, format: Formats) =>
    `${more ? 'more than ' : ''}${counted(count, format, 'clean-up', 'clean-ups')}`,
  dialog: {
    title: 'Clean up errors',
    ofProblem: 'Delete the errors of this problem',
    which: 'Which errors go',
    age: 'Older than a number of days',
    days: 'Days',
    badDays: 'Enter a whole number from 1 to 90',
    all: 'All errors',
    filter: 'What the filter shows',
    noFilter: 'No filter is set.',
    refused: (names: string) => `A clean-up cannot select by ${names}. Take that out of the filter first.`,
    counting: 'Counting…',
    nothing: 'No error matches. Nothing would be deleted.',
    goes: (count: number, format: Formats) =>
      `${errors(count, format)} ${format.plural(count) === 'one' ? 'goes' : 'go'}. None belongs to an open problem.`,
    goesOpen: (count: number, open: number, format: Formats) =>
      `${errors(count, format)} ${format.plural(count) === 'one' ? 'goes' : 'go'}, ${format.number(open)} of them ${format.plural(open) === 'one' ? 'belongs' : 'belong'} to problems nobody resolved`,
    openProblems: 'Problems nobody resolved',
    andMore: 'and more',
    undoable: 'It can be undone for 24 hours.',
    delete: (count: number, format: Formats) => `Delete ${errors(count, format)}`,
    deleteErrors: 'Delete errors',
    leave: 'You can close this; the clean-up goes on.',
  },
};
