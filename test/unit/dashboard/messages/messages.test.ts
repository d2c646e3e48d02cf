import { describe, expect, it } from 'vitest';
import { en } from '../../../../shared/dashboard/messages/en.ts';
import { formatsOf } from '../../../../shared/dashboard/messages/formats.ts';
import { nl } from '../../../../shared/dashboard/messages/nl.ts';

type Leaf = readonly [path: string, value: unknown];

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${path}.${name}`));
}

const languages = { en, nl };

describe('messages', () => {
  it('are the same in both languages', () => {
    const shape = (messages: object) => leavesOf(messages).map(([path, value]) => `${path} ${typeof value}`);
    expect(shape(nl).toSorted()).toEqual(shape(en).toSorted());
  });

  it.each(Object.entries(languages))('%s: none is empty', (_, messages) => {
    const empty = leavesOf(messages).filter(([, value]) => typeof value === 'string' && value.trim() === '');
    expect(empty).toEqual([]);
  });

  it('are translated, but for names and words of both languages', () => {
    const english = new Map(leavesOf(en));
    const same = leavesOf(nl).filter(
      ([path, value]) => typeof value === 'string' && value.length > 12 && english.get(path) === value,
    );
    expect(same).toEqual([]);
  });

  it.each([
    ['en', 1, '1 error', '1 record'],
    ['en', 1125, '1,125 errors', '1,125 records'],
    ['nl', 1, '1 fout', '1 record'],
    ['nl', 1125, '1.125 fouten', '1.125 records'],
  ] as const)('%s: %i is counted', (language, count, errors, records) => {
    const format = formatsOf(language);
    const { counts } = languages[language];
    expect(counts.errors(count, format)).toBe(errors);
    expect(counts.records(count, false, format)).toBe(records);
  });

  it.each([
    ['en', '1 error in 7 days, rising', '1 record waits for it'],
    ['nl', '1 fout in 7 dagen, stijgend', '1 record wacht erop'],
  ] as const)('%s: one is not many', (language, trend, impact) => {
    const format = formatsOf(language);
    const { plot, counts } = languages[language];
    expect(plot.trend.rising(1, format)).toBe(trend);
    expect(counts.impact(1, format)).toBe(impact);
  });

  it.each([
    ['en', '3 minutes ago', 'yesterday'],
    ['nl', '3 minuten geleden', 'gisteren'],
  ] as const)('%s: times are told as people do', (language, minutes, day) => {
    const now = Date.parse('2026-11-30T12:00:00Z');
    const { ago } = formatsOf(language);
    expect(ago(now - 3 * 60_000, now)).toBe(minutes);
    expect(ago(now - 26 * 3_600_000, now)).toBe(day);
  });
});
