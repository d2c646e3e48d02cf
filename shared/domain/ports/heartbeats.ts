import type { Heartbeat } from '../heartbeats/heartbeat.ts';
import type { MappingGivenUp } from '../heartbeats/mapping-given-up.ts';

/** Senders of one desk. */
export const maxSenders = 500;

/** A company of an environment that sends heartbeats. */
export interface HeartbeatSender {
  /** Empty where the sender gave none. */
  readonly environment: string;
  readonly company: string;
  /** When its last heartbeats came by the desk's clock, ms since 1970, oldest first; at most 10. */
  readonly received: readonly number[];
  /** When the last one was sent by the sender's clock, ms since 1970. */
  readonly sentAt: number;
  /** What it said of given-up records, by mapping. */
  readonly givenUp: readonly MappingGivenUp[];
}

/** The last heartbeat of each sender. */
export interface Heartbeats {
  /**
   * Keeps a heartbeat in place of the one before. False where the sender's last one was sent at the same time or later:
   * nothing changes then.
   * @throws {AppError} too-many-senders, payload-too-large
   */
  keep(heartbeat: Heartbeat, receivedAt: Date): Promise<boolean>;
  /** Everyone who ever sent one, unless others took the place of a forgotten one. At most 5 seconds old. */
  senders(): Promise<readonly HeartbeatSender[]>;
  /** As they are now. */
  freshSenders(): Promise<readonly HeartbeatSender[]>;
}
