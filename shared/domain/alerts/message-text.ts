import { isLikely, likelyPrefix } from '../diagnosis/causes.ts';
import { causeTitle } from '../diagnosis/explain.ts';
import { textKeyPrefix } from '../diagnosis/matching/text-key.ts';
import type { Language } from '../language.ts';
import type { MessageContent } from './alert-event.ts';
import type { AlertTexts } from './texts/alert-texts.ts';
import { alertTexts } from './texts/by-language.ts';

type Told = Pick<MessageContent, 'rule' | 'over' | 'facts' | 'at' | 'until'>;

/** How times are written in messages. */
export interface MessageFormat {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

/** What happened, in one line. */
export function headline({ rule, over, facts, until }: Told, { language, timeZone }: MessageFormat): string {
  const texts = alertTexts[language];
  const { count = 0, company = '', key = '' } = facts;
  const title = subjectTitle(facts, language);
  switch (rule) {
    case 'problem-opened':
      return texts.problemOpened(title);
    case 'problem-regressed':
      return texts.problemRegressed(title);
    case 'problem-surge':
      return over ? texts.problemSurgeOver(title) : texts.problemSurge(title, count);
    case 'given-up':
      return over ? texts.givenUpOver(title) : texts.givenUp(title, count);
    case 'silence':
      return over ? texts.silenceOver(company) : texts.silence(company);
    case 'settings-red':
      return texts.settingsRed(key);
    case 'settings-green':
      return texts.settingsGreen(key);
    case 'cleanup-large':
      return over ? texts.cleanupLargeOver(count) : texts.cleanupLarge(count);
    case 'summary':
      return texts.summary(count);
    case 'digest':
      return texts.digest(count);
    case 'held':
      return texts.held(timeText(until ?? 0, { language, timeZone }));
    case 'test':
      return texts.test;
  }
}

/** What a problem is, without what happened to it. */
export function subjectTitle({ cause, key = '' }: Told['facts'], language: Language): string {
  return cause ? causeTitle(cause, language, key) : key;
}

/** The facts of a message with their names, in the order in which they are shown. */
export function namedFacts(
  told: Told,
  format: MessageFormat,
): { readonly name: string; readonly value: string }[] {
  const texts = alertTexts[format.language];
  const { rule, over, facts, at } = told;
  const { environment, company, mapping, key, count } = facts;
  const isOfProblem = facts.cause !== undefined;
  const isSince = !over && (isOfProblem || rule === 'silence');
  const shown: [string, string | undefined][] = [
    [texts.environment, environment],
    [texts.company, rule === 'silence' ? undefined : company],
    [texts.mapping, mapping],
    [texts.key, isOfProblem ? shownKey(key) : undefined],
    [countName(rule, texts), isOfProblem && count !== undefined && !over ? String(count) : undefined],
    [texts.since, isSince ? momentText(at, format) : undefined],
  ];
  return shown.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function countName(rule: Told['rule'], texts: AlertTexts): string {
  return rule === 'given-up' ? texts.records : texts.errors;
}

/** What a key names. That of a text nobody recognizes is a hash, which says nothing to people. */
function shownKey(key = ''): string | undefined {
  if (key.startsWith(textKeyPrefix)) return undefined;
  return isLikely(key) ? key.slice(likelyPrefix.length) : key;
}

/** A moment with its day. */
function momentText(at: number, { language, timeZone }: MessageFormat): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${format.format(at)} (${timeZone})`;
}

/** The time of day. */
function timeText(at: number, { language, timeZone }: MessageFormat): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, timeStyle: 'short' }).format(at);
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };
