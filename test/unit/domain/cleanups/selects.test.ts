import { describe, expect, it } from 'vitest';
import { type Cleanup, clockMarginMs } from '../../../../shared/domain/cleanups/cleanup.ts';
import { fateAfter, selects } from '../../../../shared/domain/cleanups/selects.ts';
import { anErrorEntry } from '../../../support/reports.ts';

const noon = Date.parse('2026-03-11T12:00:00Z');

const aCleanup = (id: string, parts: Partial<Cleanup> = {}): Cleanup => ({
  id,
  kind: 'filtered',
  cutoff: new Date(noon - 1000),
  filter: { company: ['Adatum'] },
  deleted: 1,
  stillOpen: 1,
  startedAt: new Date(noon),
  by: 'x',
  undoUntil: new Date(noon + 1000),
  phase: 'done',
  ...parts,
});

const entryOf = (parts: { company?: string; at?: number; receivedAt?: number } = {}) => {
  const { company = 'Adatum', at = noon - 1000, receivedAt = noon } = parts;
  return anErrorEntry(
    { company, occurredAt: new Date(at).toISOString() },
    { receivedAt: new Date(receivedAt) },
  );
};

describe('a filtered clean-up', () => {
  it.each([
    { name: 'at its cut-off', entry: entryOf(), takes: true },
    { name: 'a millisecond later', entry: entryOf({ at: noon - 999 }), takes: false },
    { name: 'received when it began', entry: entryOf({ receivedAt: noon }), takes: true },
    { name: 'received a millisecond later', entry: entryOf({ receivedAt: noon + 1 }), takes: false },
    { name: 'of another company', entry: entryOf({ company: 'Contoso' }), takes: false },
  ])('selects what had come in when it began: $name', ({ entry, takes }) => {
    expect(selects(aCleanup('1'), entry)).toBe(takes);
  });

  it('selects everything without a filter', () => {
    expect(selects(aCleanup('1', { filter: undefined }), entryOf({ company: 'Contoso' }))).toBe(true);
  });
});

describe('what becomes of an entry whose clean-up is undone', () => {
  const undone = aCleanup('1', { phase: 'undoing' });
  const now = new Date(noon + 1000);
  const final = { undoUntil: new Date(noon + 1000 - clockMarginMs) };

  it.each([
    { name: 'no other', others: [], fate: 'show' },
    { name: 'one that selects it', others: [aCleanup('2')], fate: { heirs: ['2'] } },
    { name: 'one at work on it', others: [aCleanup('2', { phase: 'deleting' })], fate: { heirs: ['2'] } },
    { name: 'one that is undone', others: [aCleanup('2', { phase: 'undone' })], fate: 'show' },
    { name: 'one that is being undone', others: [aCleanup('2', { phase: 'undoing' })], fate: 'show' },
    {
      name: 'one that selects others',
      others: [aCleanup('2', { filter: { company: ['Contoso'] } })],
      fate: 'show',
    },
    // The horizon hides what those of other kinds hide.
    { name: 'one of all', others: [aCleanup('2', { kind: 'all', filter: undefined })], fate: 'show' },
    { name: 'one that cannot be undone any more', others: [aCleanup('2', final)], fate: 'strip' },
    { name: 'two, of which one is final', others: [aCleanup('3'), aCleanup('2', final)], fate: 'strip' },
    { name: 'two', others: [aCleanup('3'), aCleanup('2')], fate: { heirs: ['3', '2'] } },
  ])('follows from the other clean-ups in force: $name', ({ others, fate }) => {
    expect(fateAfter(undone, [undone, ...others], now)(entryOf())).toEqual(fate);
  });
});
