/** What the desk tells by itself. Each can be switched off by its name (`ALERT_OFF`). */
export const alertRules = [
  'problem-opened',
  'problem-regressed',
  'problem-surge',
  'given-up',
  'silence',
  'settings-red',
  'settings-green',
  'cleanup-large',
] as const;

/** One of the rules. */
export type AlertRule = (typeof alertRules)[number];

/** What a message can be about: one rule, or what several messages have in common. */
export const messageRules = [...alertRules, 'summary', 'digest', 'held', 'test'] as const;

/** One of them. */
export type MessageRule = (typeof messageRules)[number];

const eventTypes: Readonly<Record<MessageRule, string>> = {
  'problem-opened': 'problem.opened',
  'problem-regressed': 'problem.regressed',
  'problem-surge': 'problem.surge',
  'given-up': 'given-up',
  silence: 'silence',
  'settings-red': 'settings.red',
  'settings-green': 'settings.green',
  'cleanup-large': 'cleanup.large',
  summary: 'summary',
  digest: 'digest',
  held: 'held',
  test: 'test',
};

/** The CloudEvents type of a message; with `.over` when what it told is over. */
export function eventType(rule: MessageRule, over: boolean): string {
  return `errordesk.${eventTypes[rule]}${over ? '.over' : ''}`;
}

/** Whether a message is told at once, whatever the hour and however many went before. */
export function isUrgent({ rule, over }: { readonly rule: MessageRule; readonly over: boolean }): boolean {
  return (rule === 'silence' || rule === 'settings-red') && !over;
}
