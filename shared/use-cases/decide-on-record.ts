import { AppError } from '../domain/app-error.ts';
import type { Desk } from '../domain/ports/desk.ts';
import type { ErrorLog } from '../domain/ports/error-log.ts';
import type { Heartbeats } from '../domain/ports/heartbeats.ts';
import { type DecisionRequest, decide, decisionKey } from '../domain/problems/decision.ts';
import { freshView, type ViewPorts } from './current-view.ts';
import { type FoundRecord, findRecord } from './find-records.ts';
import { checkMatch, maxTries, othersKeepDeciding } from './record-decision.ts';

export interface DecideOnRecordPorts extends ViewPorts {
  readonly errorLog: Pick<ErrorLog, 'summary' | 'count' | 'read'>;
  readonly desk: Pick<Desk, 'state' | 'freshState' | 'decision' | 'saveDecision' | 'recordNotes'>;
  readonly heartbeats: Pick<Heartbeats, 'senders'>;
}

/** Records of one problem that can be decided on. */
const maxDecided = 1000;

/**
 * Snoozes, ignores or reopens one record of a problem; with `ifMatch` only when nothing was decided since that ETag.
 * @throws {AppError} not-found; precondition-failed with the current ETag; invalid-request for too many
 */
export async function decideOnRecord(
  ports: DecideOnRecordPorts,
  { problemId, record }: { readonly problemId: string; readonly record: string },
  request: DecisionRequest,
  by: string,
  ifMatch: string | undefined,
): Promise<FoundRecord> {
  const { problem } = await findRecord(ports, problemId, record);
  const key = decisionKey({ problemId, record });
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const before = await ports.desk.decision(key);
    checkMatch(ifMatch, before);
    if (!before) await checkRoom(ports, problemId);
    const now = ports.now();
    const decision = decide(before?.decision, { problemId, record }, request, by, now);
    if (await ports.desk.saveDecision({ decision, traits: problem.traits, seenAt: now, before }))
      return (await findRecord(ports, problemId, record)).found;
  }
  throw othersKeepDeciding();
}

async function checkRoom(ports: DecideOnRecordPorts, problemId: string): Promise<void> {
  const { recordDecisions } = await freshView(ports);
  const own = [...recordDecisions.keys()].filter((key) => key.startsWith(`${problemId}-`));
  if (own.length < maxDecided) return;
  throw new AppError(
    'invalid-request',
    `${maxDecided} records of this problem are decided on; decide on the problem`,
  );
}
