import type { Resolver } from '../diagnosis/causes.ts';
import type { Decision, ProblemStatus } from '../problems/decision.ts';
import type { AlertEvent, AlertFacts } from './alert-event.ts';

/** A problem as it is now, as far as alerts are concerned. Times in ms since 1970. */
export interface ProblemNow {
  readonly id: string;
  readonly facts: AlertFacts;
  readonly resolver: Resolver;
  readonly status: ProblemStatus;
  readonly decision: Decision | undefined;
  /** Undefined where no entry is visible. */
  readonly firstSeenAt: number | undefined;
  readonly lastSeenAt: number | undefined;
  /** Errors by the start of their hour. */
  readonly hours: ReadonlyMap<number, number>;
  readonly count: number;
  readonly impact: number;
  /** Records that Business Central does not try any more, and when the last one was given up. */
  readonly givenUp: { readonly count: number; readonly since: number };
  /** Whether the last heartbeats say that none is given up any more. */
  readonly isCleared: boolean;
  readonly sampleErrorId: string | undefined;
  /** Whether somebody snoozed or ignored a record of it. */
  readonly hasSetAsideRecords: boolean;
}

/** What an event of a problem says besides its rule and its time. */
export function eventParts(
  { facts, impact, sampleErrorId }: ProblemNow,
  count: number | undefined,
): Pick<AlertEvent, 'facts' | 'impact' | 'sampleErrorId'> {
  return { facts: { ...facts, ...(count === undefined ? {} : { count }) }, impact, sampleErrorId };
}

/** What every rule for problems needs besides the problem. */
export interface AlertContext {
  readonly now: number;
  /** Errors an hour from which many are a surge. */
  readonly perHour: number;
  /** Entries older than this are gone because of their age. */
  readonly retention: number;
}

/** Whether somebody set the problem aside: nothing is told of it then. */
export function isSilenced({ status }: Pick<ProblemNow, 'status'>): boolean {
  return status === 'ignored' || status === 'snoozed';
}
