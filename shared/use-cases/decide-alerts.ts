import type { AlertEvent, MessageContent } from '../domain/alerts/alert-event.ts';
import {
  type AlertMessage,
  contentOf,
  digestId,
  emptyDigest,
  withEvents,
} from '../domain/alerts/alert-message.ts';
import { type AlertsNow, alertsFrom } from '../domain/alerts/alerts-from.ts';
import { digestFrom } from '../domain/alerts/delivery-plan.ts';
import { isOpened, openProblemEvents } from '../domain/alerts/open-problem-events.ts';
import type { ToldChange } from '../domain/alerts/told-state.ts';
import { rulesVersion } from '../domain/diagnosis/diagnose.ts';
import { type AlertCursor, maxChangesAtOnce, type StoredCursor } from '../domain/ports/alerts.ts';
import { dayMs } from '../domain/reports/days.ts';
import { futureToleranceMs } from '../domain/reports/report-check.ts';
import type { DecideAlertsPorts } from './alert-ports.ts';
import { gatherAlertFacts } from './gather-alert-facts.ts';

type Change = ToldChange<AlertEvent>;

/** Times that a decision is tried while others take some. */
const maxTries = 5;

/** How far ahead a cursor may be: clocks of instances differ, ms. */
const cursorToleranceMs = futureToleranceMs;

/**
 * Finds out what changed since it was last told, and keeps the new state together with the messages about it. Every
 * transaction moves the cursor: of two runs at once one is overtaken, looks again, and finds nothing to tell.
 * @param first The cursor as it was when the run began.
 */
export async function decideAlerts(ports: DecideAlertsPorts, first: StoredCursor | undefined): Promise<void> {
  const { alerts, alertSettings } = ports;
  let cursor = first;
  for (let attempt = 0; attempt < maxTries; attempt++) {
    if (attempt > 0) ({ cursor } = await alerts.state());
    const told = await alerts.told();
    const facts = await gatherAlertFacts(ports, told);
    // The state of a rule that is off is kept, so that it begins with news when it is on again.
    const isTold = ({ rule }: AlertEvent) => !alertSettings.off.some((off) => off === rule);
    const changes = alertsFrom(told, facts).map((change) => ({
      ...change,
      events: change.events.filter(isTold),
    }));
    if (await keep(ports, cursor, changes, facts)) return;
  }
}

/** False where another run was faster. */
async function keep(
  ports: DecideAlertsPorts,
  cursor: StoredCursor | undefined,
  changes: readonly Change[],
  facts: AlertsNow,
): Promise<boolean> {
  const collecting = cursor?.collecting ? await ports.alerts.message(cursor.collecting) : undefined;
  if (collecting) return await collect(ports, cursor, changes, { message: collecting, isNew: false });
  const now = ports.now().getTime();
  if (!cursor || isStale(cursor, now)) {
    const content = withEvents(emptyDigest('summary', now), openProblemEvents(facts));
    const message = messageOf(ports, digestId('summary', now, []), content);
    return await collect(ports, cursor, changes, { message, isNew: true });
  }
  const events = changes.flatMap((change) => change.events);
  const hasNewRules = cursor.rulesVersion !== rulesVersion && events.filter(isOpened).length > 1;
  if (events.length < digestFrom && !hasNewRules) return await tellSingly(ports, cursor, changes);
  const [first = []] = inChunks(byImpact(changes));
  const firstEvents = first.flatMap((change) => change.events);
  const at = Math.max(...firstEvents.map((event) => event.at));
  const id = digestId(
    'digest',
    at,
    firstEvents.map((event) => event.id),
  );
  const message = messageOf(ports, id, emptyDigest('digest', at));
  return await collect(ports, cursor, changes, { message, isNew: true });
}

/** Whether nobody decided for so long that what happened since is no news, or the cursor is of a wrong clock. */
function isStale({ at }: AlertCursor, now: number): boolean {
  return at < now - dayMs || at > now + cursorToleranceMs;
}

function messageOf({ alertChannels, now }: DecideAlertsPorts, id: string, content: MessageContent) {
  return {
    id,
    content,
    madeAt: now().getTime(),
    deliveries: new Map(alertChannels.map(({ name }) => [name, { status: 'pending' as const, attempts: 0 }])),
    isLogPending: true,
    isUnfinished: false,
  } satisfies AlertMessage;
}

/** Those with events first, the largest impact first: they begin the digest. */
function byImpact(changes: readonly Change[]): Change[] {
  const impactOf = ({ events }: Change) => Math.max(-1, ...events.map(({ impact }) => impact));
  return changes.toSorted((one, other) => impactOf(other) - impactOf(one) || (one.key < other.key ? -1 : 1));
}

function inChunks(changes: readonly Change[], size = maxChangesAtOnce): Change[][] {
  return Array.from({ length: Math.max(1, Math.ceil(changes.length / size)) }, (_, index) =>
    changes.slice(index * size, (index + 1) * size),
  );
}

/** A few events: each with its own message, in one transaction with its state. */
async function tellSingly(
  ports: DecideAlertsPorts,
  before: StoredCursor,
  changes: readonly Change[],
): Promise<boolean> {
  let cursor = before;
  // A message takes a row of the transaction too.
  for (const chunk of inChunks(byImpact(changes), maxChangesAtOnce - digestFrom)) {
    let events = chunk.flatMap((change) => change.events);
    for (;;) {
      const messages = events.map((event) => ({
        message: messageOf(ports, event.id, contentOf(event)),
        isNew: true,
      }));
      const next = { at: ports.now().getTime(), rulesVersion };
      const result = await ports.alerts.decide({ before: cursor, cursor: next, changes: chunk, messages });
      if (result.kind === 'overtaken') return false;
      if (result.kind === 'kept') {
        cursor = result.cursor;
        break;
      }
      // It was told before: a state that came back, such as by an undo.
      const untold = await untoldOf(ports, events);
      if (untold.length === events.length) return false;
      events = untold;
    }
  }
  return true;
}

async function untoldOf({ alerts }: DecideAlertsPorts, events: readonly AlertEvent[]): Promise<AlertEvent[]> {
  const found = await Promise.all(events.map(({ id }) => alerts.message(id)));
  return events.filter((_, index) => !found[index]);
}

/** Many events: one message, to which each transaction adds those whose state it keeps. The last one finishes it. */
async function collect(
  ports: DecideAlertsPorts,
  before: StoredCursor | undefined,
  changes: readonly Change[],
  begun: { readonly message: AlertMessage; readonly isNew: boolean },
): Promise<boolean> {
  const chunks = inChunks(byImpact(changes));
  let cursor = before;
  let { message, isNew } = begun;
  for (const [index, chunk] of chunks.entries()) {
    const isLast = index === chunks.length - 1;
    message = { ...message, content: withChunk(message.content, chunk), isUnfinished: !isLast };
    const result = await ports.alerts.decide({
      before: cursor,
      cursor: {
        at: ports.now().getTime(),
        rulesVersion,
        ...(isLast ? {} : { collecting: message.id }),
      },
      changes: chunk,
      messages: [{ message, isNew }],
    });
    if (result.kind === 'overtaken') return false;
    if (result.kind === 'message-exists') {
      // It was told before: only the states are to be kept.
      const left = chunks.slice(index).flat();
      return cursor ? await tellSingly(ports, cursor, left.map(silently)) : false;
    }
    cursor = result.cursor;
    isNew = false;
    // The cursor guards it: nobody else writes a digest that is being collected.
    message = { ...message, version: undefined };
  }
  return true;
}

function silently(change: Change): Change {
  return { ...change, events: [] };
}

/** A summary tells what is open when it begins; a digest grows. */
function withChunk(content: MessageContent, chunk: readonly Change[]): MessageContent {
  if (content.rule === 'summary') return content;
  return withEvents(
    content,
    chunk.flatMap((change) => change.events.map(contentOf)),
  );
}
