import type { AlertFacts } from './alert-event.ts';
import type { MessageRule } from './alert-rule.ts';

/** Where a message leads on the page; what it says itself needs no page. */
const views: Readonly<Record<MessageRule, string | undefined>> = {
  'problem-opened': 'problems',
  'problem-regressed': 'problems',
  'problem-surge': 'problems',
  'given-up': 'problems',
  silence: 'do-now',
  'settings-red': 'settings-check',
  'settings-green': 'settings-check',
  'cleanup-large': 'cleanups',
  summary: 'do-now',
  digest: 'do-now',
  held: undefined,
  test: undefined,
};

/**
 * The address of what a message is about on the page of the desk; undefined where there is none.
 * @param origin Of the page; absent where nobody knows it.
 */
export function pageLink(
  origin: string | undefined,
  { rule, facts }: { readonly rule: MessageRule; readonly facts: AlertFacts },
): string | undefined {
  const view = views[rule];
  if (origin === undefined || view === undefined) return undefined;
  const query = new URLSearchParams({ view, ...(facts.problem ? { problem: facts.problem } : {}) });
  return `${origin}/api/dashboard?${query}`;
}
