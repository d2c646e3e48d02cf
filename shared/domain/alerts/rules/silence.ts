import { hash } from 'node:crypto';
import { type AlertEvent, eventOf } from '../alert-event.ts';
import { subjectKey, type ToldChange, type ToldSilence } from '../told-state.ts';

/** A sender as it is now. */
export interface SenderNow {
  /** The same for the same environment and company. */
  readonly id: string;
  readonly environment: string;
  readonly company: string;
  /** Its last sign of life, ms since 1970. */
  readonly lastAt: number;
  readonly isSilent: boolean;
  /** Silent for so long that it is taken for one that was removed. */
  readonly isForgotten: boolean;
}

/** The id of the sender of a company. */
export function senderId(environment: string, company: string): string {
  return hash('sha256', JSON.stringify([environment, company]), 'hex').slice(0, 32);
}

/** A sender fell silent, or gives a sign of life again. */
export function silence(
  told: ToldSilence | undefined,
  sender: SenderNow,
): ToldChange<AlertEvent> | undefined {
  const { id, environment, company, lastAt, isSilent, isForgotten } = sender;
  const key = subjectKey({ kind: 'silence', id });
  if (isForgotten) return told && { key, told: undefined, events: [] };
  const facts = { ...(environment ? { environment } : {}), company };
  if (told && !isSilent && lastAt > told.lastAt) {
    const event = eventOf(id, { rule: 'silence', over: true, at: lastAt, facts });
    return { key, told: undefined, events: [event] };
  }
  if (told || !isSilent) return undefined;
  const event = eventOf(id, { rule: 'silence', at: lastAt, facts });
  return { key, told: { kind: 'silence', id, environment, company, lastAt }, events: [event] };
}
