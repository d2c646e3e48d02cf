import type { AlertFacts } from '../domain/alerts/alert-event.ts';
import type { AlertsNow, ToldStates } from '../domain/alerts/alerts-from.ts';
import type { ProblemNow } from '../domain/alerts/problem-now.ts';
import { checksNow } from '../domain/alerts/rules/settings-check.ts';
import { type SenderNow, senderId } from '../domain/alerts/rules/silence.ts';
import type { ToldProblem } from '../domain/alerts/told-state.ts';
import { isForgotten, isQuiet } from '../domain/heartbeats/silence.ts';
import type { HeartbeatSender } from '../domain/ports/heartbeats.ts';
import { isSetAside, problemOfKey, problemStatus } from '../domain/problems/decision.ts';
import { hourMs } from '../domain/reports/days.ts';
import type { DecideAlertsPorts } from './alert-ports.ts';
import type { CurrentView } from './current-view.ts';
import { type KnownProblem, knownProblems } from './known-problems.ts';
import { knownNewestId } from './newest-entry.ts';

/** All that alerts are about, as it is now: the storage calls of an overview, and one for the validation. */
export async function gatherAlertFacts(ports: DecideAlertsPorts, told: ToldStates): Promise<AlertsNow> {
  const { desk, heartbeats, latestValidation, alertSettings } = ports;
  // What was decided on this problem, and who was heard, a moment ago counts.
  await Promise.all([desk.freshState(), heartbeats.freshSenders()]);
  const [{ view, problems, senders }, validation] = await Promise.all([
    knownProblems(ports),
    latestValidation.scheduled(),
  ]);
  const known = [...problems.values()];
  const setAside = problemsWithRecordsSetAside(view);
  const gone = [...told.values()].filter((one) => one.kind === 'problem' && !problems.has(one.id));
  return {
    now: view.now.getTime(),
    perHour: alertSettings.perHour,
    retention: view.horizon.retention,
    problems: [
      ...known.map((problem) => problemNow(problem, setAside)),
      ...gone.flatMap((one) => (one.kind === 'problem' ? [problemGone(one, view, setAside)] : [])),
    ],
    senders: sendersNow(known, senders, view.now, alertSettings.silenceHours),
    checks: validation ? checksNow(validation.en) : [],
    cleanups: view.cleanups,
  };
}

function problemsWithRecordsSetAside({ recordDecisions, now }: CurrentView): ReadonlySet<string> {
  return new Set(
    [...recordDecisions]
      .filter(([, decision]) => isSetAside(decision, now))
      .map(([key]) => problemOfKey(key)),
  );
}

function problemNow(known: KnownProblem, setAside: ReadonlySet<string>): ProblemNow {
  const { id, traits, counts, status, decision, impact, records } = known;
  const hours = new Map<number, number>();
  let [firstSeenAt, lastSeenAt, count] = [Infinity, -Infinity, 0];
  for (const { hours: own } of counts)
    for (const [at, hour] of own) {
      hours.set(at, (hours.get(at) ?? 0) + hour.count);
      firstSeenAt = Math.min(firstSeenAt, hour.first);
      lastSeenAt = Math.max(lastSeenAt, hour.last);
      count += hour.count;
    }
  const since = [...records.givenUp.values()].map((one) => one.since);
  return {
    id,
    facts: factsOf(known),
    resolver: traits.resolver,
    status,
    decision,
    firstSeenAt,
    lastSeenAt,
    hours,
    count,
    impact,
    givenUp: { count: since.length, since: Math.max(0, ...since) },
    isCleared: since.length === 0 && records.triedAgain > 0,
    sampleErrorId: knownNewestId(counts),
    hasSetAsideRecords: setAside.has(id),
  };
}

/** Where a problem is in one company or mapping only, they are named though its cause reaches further. */
function factsOf({ id, traits, counts }: KnownProblem): AlertFacts {
  const { environment, cause, key } = traits;
  const companies = new Set(counts.map(({ facts }) => facts.company));
  const mappings = new Set(counts.map(({ facts }) => facts.mapping));
  const [company] = companies;
  const [mapping] = mappings;
  return {
    problem: id,
    ...(environment ? { environment } : {}),
    ...(companies.size === 1 && company ? { company } : {}),
    ...(mappings.size === 1 && mapping ? { mapping } : {}),
    cause,
    ...(key ? { key } : {}),
  };
}

/** A problem without visible entries that something was told of. */
function problemGone(
  { id, facts }: ToldProblem,
  { decisions, now }: CurrentView,
  setAside: ReadonlySet<string>,
): ProblemNow {
  const decision = decisions.get(id);
  return {
    id,
    facts,
    resolver: 'unknown',
    status: problemStatus(decision, undefined, now),
    decision,
    firstSeenAt: undefined,
    lastSeenAt: undefined,
    hours: new Map(),
    count: 0,
    impact: 0,
    givenUp: { count: 0, since: 0 },
    isCleared: false,
    sampleErrorId: undefined,
    hasSetAsideRecords: setAside.has(id),
  };
}

/** Senders of heartbeats, and, with a limit in hours, companies that report without them. */
function sendersNow(
  known: readonly KnownProblem[],
  senders: readonly HeartbeatSender[],
  now: Date,
  silenceHours: number | undefined,
): SenderNow[] {
  const found = new Map<string, SenderNow>();
  for (const { environment, company, received } of senders) {
    const id = senderId(environment, company);
    const lastAt = received.at(-1) ?? 0;
    const isSilent = isQuiet(received, now);
    found.set(id, { id, environment, company, lastAt, isSilent, isForgotten: isForgotten(received, now) });
  }
  if (silenceHours === undefined) return [...found.values()];
  const reported = new Map<string, SenderNow>();
  for (const { counts } of known)
    for (const { facts, hours } of counts) {
      const { environment, company } = facts;
      const id = senderId(environment, company);
      if (found.has(id)) continue;
      const lastAt = Math.max(reported.get(id)?.lastAt ?? 0, ...[...hours.values()].map((hour) => hour.last));
      const isSilent = now.getTime() - lastAt > silenceHours * hourMs;
      const isGone = isForgotten([lastAt], now);
      reported.set(id, { id, environment, company, lastAt, isSilent, isForgotten: isGone });
    }
  return [...found.values(), ...reported.values()];
}
