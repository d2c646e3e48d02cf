import { describe, expect, it } from 'vitest';
import { cleanupTitle } from '../../../../shared/dashboard/cleanups/cleanup-title.ts';
import { filterWords } from '../../../../shared/dashboard/cleanups/filter-words.ts';
import { en } from '../../../../shared/dashboard/messages/en.ts';
import { formatsOf } from '../../../../shared/dashboard/messages/formats.ts';
import { nl } from '../../../../shared/dashboard/messages/nl.ts';
import { aCleanup } from './a-cleanup.ts';

describe('cleanupTitle', () => {
  const week = aCleanup({ kind: 'older-than', cutoff: '2026-11-23T08:00:00.000Z' });

  it('says the age in days', () => {
    expect(cleanupTitle(week, en, formatsOf('en'))).toBe('Errors older than 7 days');
    expect(cleanupTitle(week, nl, formatsOf('nl'))).toBe('Fouten ouder dan 7 dagen');
  });

  it('says the kind of others', () => {
    expect(cleanupTitle(aCleanup({ kind: 'all' }), en, formatsOf('en'))).toBe('All errors');
  });
});

describe('filterWords', () => {
  it('names parts and values in words', () => {
    const words = filterWords(
      { mapping: ['CUSTOMER', 'VENDOR'], cause: ['missing-privilege'], direction: ['to-integration-table'] },
      en,
    );
    expect(words).toEqual([
      'Cause: Missing privilege',
      'Mapping: CUSTOMER, VENDOR',
      'Direction: To Dataverse',
    ]);
  });

  it('is empty where only a problem is selected', () => {
    expect(filterWords({ problem: ['P1'] }, en)).toEqual([]);
  });
});
