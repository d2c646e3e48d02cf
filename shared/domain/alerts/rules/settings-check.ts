import type { CheckId } from '../../settings-checks/check-ids.ts';
import type { Finding } from '../../settings-checks/finding.ts';
import { type AlertEvent, eventOf } from '../alert-event.ts';
import { subjectKey, type ToldChange, type ToldRedCheck } from '../told-state.ts';

/** A check of the last scheduled validation. `unknown` where it could not be judged. */
export interface CheckNow {
  readonly check: CheckId;
  /** When the validation began, ms since 1970. */
  readonly at: number;
  readonly state: 'red' | 'good' | 'unknown';
}

/** The checks of a validation: red where one finding fails, good only where all could be judged. */
export function checksNow({
  at,
  findings,
}: {
  readonly at: string;
  readonly findings: readonly Finding[];
}): CheckNow[] {
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  return [...byCheck].map(([check, own]) => {
    const isRed = own.some(({ status }) => status === 'fail');
    const isUnknown = own.some(({ status, reason }) => status === 'skipped' && reason !== 'not-applicable');
    const isJudged = own.some(({ status }) => status !== 'skipped');
    const state = isRed ? 'red' : isUnknown || !isJudged ? 'unknown' : 'good';
    return { check, at: Date.parse(at), state };
  });
}

/** A check of the settings begins to fail, or is good again. What could not be judged keeps its last state. */
export function settingsCheck(
  told: ToldRedCheck | undefined,
  { check, at, state }: CheckNow,
): ToldChange<AlertEvent> | undefined {
  const key = subjectKey({ kind: 'red-check', id: check });
  const facts = { key: check };
  if (state === 'red' && !told)
    return {
      key,
      told: { kind: 'red-check', id: check, lastAt: at },
      events: [eventOf(check, { rule: 'settings-red', at, facts })],
    };
  if (state === 'good' && told && at > told.lastAt)
    return { key, told: undefined, events: [eventOf(check, { rule: 'settings-green', at, facts })] };
  return undefined;
}
