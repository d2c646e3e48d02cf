import type { MessageContent } from './alert-event.ts';
import { type AlertEvent, eventOf } from './alert-event.ts';
import { contentOf } from './alert-message.ts';
import type { AlertsNow } from './alerts-from.ts';
import { eventParts } from './problem-now.ts';

/** Whether an event tells of a new problem. */
export function isOpened({ rule }: AlertEvent): boolean {
  return rule === 'problem-opened';
}

/** The problems that are open, for the summary of a first run. */
export function openProblemEvents({ problems }: AlertsNow): MessageContent[] {
  return problems.flatMap((problem) => {
    const { id, status, firstSeenAt, count } = problem;
    if (firstSeenAt === undefined || (status !== 'open' && status !== 'regressed')) return [];
    return [
      contentOf(eventOf(id, { rule: 'problem-opened', at: firstSeenAt, ...eventParts(problem, count) })),
    ];
  });
}
