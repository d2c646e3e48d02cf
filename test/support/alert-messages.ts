import type { MessageContent } from '../../shared/domain/alerts/alert-event.ts';
import { eventOf } from '../../shared/domain/alerts/alert-event.ts';
import { contentOf, emptyDigest, withEvents } from '../../shared/domain/alerts/alert-message.ts';
import { alertRules } from '../../shared/domain/alerts/alert-rule.ts';

const at = Date.parse('2026-11-20T12:30:00.000Z');

/** Longest names that a report can hold, with all that JSON and UTF-8 make longer. */
export const longName = (start: string) => `${start}${'"é€'.repeat(200)}`.slice(0, 512);

const problem = {
  problem: 'QS90B35XWT56WNNS',
  environment: 'Production',
  company: 'CRONUS NL',
  mapping: 'CUSTOMER',
  cause: 'missing-privilege',
  key: 'prvReadAccount',
  count: 7,
} as const;

/** The facts of a message of each rule. */
const factsByRule: Readonly<Record<string, Parameters<typeof eventOf>[1]['facts']>> = {
  silence: { environment: 'Production', company: 'CRONUS NL' },
  'settings-red': { key: 'integration-user-roles' },
  'settings-green': { key: 'integration-user-roles' },
  'cleanup-large': { key: '01KC3X7Q7G5T9W2M8R4V6Y1B3D', count: 240 },
};

/** A message about one event. */
export function aMessage(parts: Partial<Parameters<typeof eventOf>[1]> = {}, subject = 'subject') {
  const { id, ...event } = eventOf(subject, {
    rule: 'problem-opened',
    at,
    facts: factsByRule[parts.rule ?? ''] ?? problem,
    ...parts,
  });
  return { id, content: contentOf({ id, ...event }) };
}

/** A digest of so many messages, the later ones with the larger impact. */
export function aDigest(
  count: number,
  parts: (index: number) => Parameters<typeof aMessage>[0] = () => ({}),
) {
  const messages = Array.from({ length: count }, (_, index) =>
    aMessage({ impact: index, ...parts(index) }, `${index}`),
  );
  return withEvents(
    emptyDigest('digest', at),
    messages.map(({ content }) => content),
  );
}

const bare = { at, over: false, facts: {}, impact: 0, urgent: false } as const;

/** A message of every kind there is. */
export const everyMessage: readonly { readonly name: string; readonly content: MessageContent }[] = [
  ...alertRules.flatMap((rule) =>
    [false, true].map((over) => ({
      name: `${rule}${over ? ' over' : ''}`,
      content: aMessage({ rule, over }).content,
    })),
  ),
  { name: 'summary', content: { ...aDigest(3), rule: 'summary' } },
  { name: 'digest', content: aDigest(47) },
  { name: 'held', content: { ...bare, rule: 'held', until: at + 1_800_000 } },
  { name: 'test', content: { ...bare, rule: 'test' } },
  {
    name: 'the longest names',
    content: aDigest(10, (index) => ({
      facts: {
        ...problem,
        environment: longName('e'),
        company: longName(`c${index}`),
        mapping: longName('m'),
        key: longName('k'),
      },
    })),
  },
];
