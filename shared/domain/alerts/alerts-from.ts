import type { Cleanup } from '../cleanups/cleanup.ts';
import { dayMs } from '../reports/days.ts';
import type { AlertEvent } from './alert-event.ts';
import type { AlertContext, ProblemNow } from './problem-now.ts';
import { cleanupLarge } from './rules/cleanup-large.ts';
import { givenUp } from './rules/given-up.ts';
import { problemOpened } from './rules/problem-opened.ts';
import { problemRegressed } from './rules/problem-regressed.ts';
import { problemSurge } from './rules/problem-surge.ts';
import { type CheckNow, settingsCheck } from './rules/settings-check.ts';
import { type SenderNow, silence } from './rules/silence.ts';
import { subjectKey, type ToldChange, type ToldProblem, type ToldState } from './told-state.ts';

/** All that alerts are about, as it is now. */
export interface AlertsNow extends AlertContext {
  /** Those with visible entries, and those without that something was told of. */
  readonly problems: readonly ProblemNow[];
  readonly senders: readonly SenderNow[];
  /** Of the last scheduled validation. */
  readonly checks: readonly CheckNow[];
  readonly cleanups: readonly Cleanup[];
}

/** What was told of each subject, by its key. */
export type ToldStates = ReadonlyMap<string, ToldState>;

/** Days after the last entry, besides the retention, for which it is kept what was told. */
const keptDays = 2;

/** What was told of something older than this (ms since 1970) is kept no longer. */
export function keptFrom(retention: number): number {
  return retention - keptDays * dayMs;
}

/** What changed since it was last told: for each subject what is told of it from now on, and the events. */
export function alertsFrom(before: ToldStates, now: AlertsNow): ToldChange<AlertEvent>[] {
  const kept = keptFrom(now.retention);
  const changes = [
    ...now.problems.map((problem) =>
      problemChange(ofKind(before, 'problem', problem.id), problem, now, kept),
    ),
    ...now.senders.map((sender) => silence(ofKind(before, 'silence', sender.id), sender)),
    ...now.checks.map((check) => settingsCheck(ofKind(before, 'red-check', check.check), check)),
    ...now.cleanups
      .filter(({ startedAt }) => startedAt.getTime() >= kept)
      .map((cleanup) => cleanupLarge(ofKind(before, 'cleanup', cleanup.id), cleanup)),
  ].filter((change) => change !== undefined);
  return [...changes, ...forgotten(before, now, kept)];
}

function ofKind<Kind extends ToldState['kind']>(
  before: ToldStates,
  kind: Kind,
  id: string,
): Extract<ToldState, { kind: Kind }> | undefined {
  const told = before.get(subjectKey({ kind, id }));
  return told && isOfKind(told, kind) ? told : undefined;
}

function isOfKind<Kind extends ToldState['kind']>(
  told: ToldState,
  kind: Kind,
): told is Extract<ToldState, { kind: Kind }> {
  return told.kind === kind;
}

const problemRules = [problemOpened, problemRegressed, problemSurge, givenUp];

function problemChange(
  told: ToldProblem | undefined,
  problem: ProblemNow,
  context: AlertContext,
  kept: number,
): ToldChange<AlertEvent> | undefined {
  const { id, facts, firstSeenAt, lastSeenAt } = problem;
  const key = subjectKey({ kind: 'problem', id });
  if (!told && (firstSeenAt === undefined || lastSeenAt === undefined)) return undefined;
  if (told && lastSeenAt === undefined && told.lastAt < kept) return { key, told: undefined, events: [] };
  const events: AlertEvent[] = [];
  let next: ToldProblem = told ?? {
    kind: 'problem',
    id,
    isOpened: false,
    firstSeenAt: firstSeenAt ?? 0,
    lastAt: lastSeenAt ?? 0,
    facts,
  };
  let isChanged = false;
  for (const rule of problemRules) {
    const result = rule(next, problem, context);
    if (!result) continue;
    isChanged = true;
    next = result.told;
    if (result.event) events.push(result.event);
  }
  const lastAt = Math.max(next.lastAt, lastSeenAt ?? 0);
  // Noted once a day: it only decides when the row may leave.
  if (!isChanged && (!told || lastAt - told.lastAt < dayMs)) return undefined;
  return { key, told: { ...next, lastAt }, events };
}

/** What was told of subjects that are no more. */
function forgotten(
  before: ToldStates,
  { senders, checks }: AlertsNow,
  kept: number,
): ToldChange<AlertEvent>[] {
  const present = new Set([
    ...senders.map(({ id }) => subjectKey({ kind: 'silence', id })),
    ...checks.map(({ check }) => subjectKey({ kind: 'red-check', id: check })),
  ]);
  return [...before].flatMap(([key, told]) =>
    told.kind !== 'problem' && told.lastAt < kept && !present.has(key)
      ? [{ key, told: undefined, events: [] }]
      : [],
  );
}
