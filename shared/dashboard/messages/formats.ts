import { dayMs, hourMs } from '../shell/durations.ts';
import type { Language } from './language.ts';

const units = [
  ['day', dayMs],
  ['hour', hourMs],
  ['minute', 60_000],
] as const;

/** Dutch names of zones and months, and 24 hours in both. */
const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };

/** Numbers, times and lists as the language writes them, in the viewer's zone. */
export function formatsOf(language: Language) {
  const locale = localeOf[language];
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const utcDay = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale);
  return {
    number: (value: number) => number.format(value),
    plural: (value: number) => plural.select(value),
    moment: (time: string | number) => moment.format(new Date(time)),
    exactMoment: (time: string | number) => exact.format(new Date(time)),
    day: (time: string | number) => day.format(new Date(time)),
    utcDay: (time: string | number) => utcDay.format(new Date(time)),
    hour: (time: string | number) => hour.format(new Date(time)),
    zone: () => exact.resolvedOptions().timeZone,
    list: (texts: readonly string[]) => list.format(texts),
    /** Such as "3 minutes ago". */
    ago(time: string | number, now: number) {
      const distance = new Date(time).getTime() - now;
      const unit = units.find(([, ms]) => Math.abs(distance) >= ms);
      return unit ? relative.format(Math.trunc(distance / unit[1]), unit[0]) : relative.format(0, 'second');
    },
  };
}

export type Formats = ReturnType<typeof formatsOf>;
