import type { ChannelName, ChannelState, Delivery } from '../alerts/alert-channel.ts';
import type { AlertEvent } from '../alerts/alert-event.ts';
import type { AlertMessage } from '../alerts/alert-message.ts';
import type { ToldStates } from '../alerts/alerts-from.ts';
import type { ToldChange } from '../alerts/told-state.ts';

/** Subjects whose states one transaction changes, a digest being begun with it. */
export const maxChangesAtOnce = 98;

/** Where the last decision stood. Times in ms since 1970. */
export interface AlertCursor {
  /** When it was last decided what to tell. */
  readonly at: number;
  /** The version of the rules of diagnosis that was in force. */
  readonly rulesVersion: number;
  /** The digest or summary to which events are still being added. */
  readonly collecting?: string | undefined;
}

/** The cursor as stored. */
export interface StoredCursor extends AlertCursor {
  /** Storage's version: every decision moves it, so that two at once cannot both be taken. */
  readonly version: string;
}

/** A message to be kept: a new one, or a digest with more events. */
export interface MessageToKeep {
  readonly message: AlertMessage;
  readonly isNew: boolean;
}

/** One decision, kept in one transaction: at most {@link maxChangesAtOnce} changes. */
export interface AlertDecision {
  readonly before: StoredCursor | undefined;
  readonly cursor: AlertCursor;
  readonly changes: readonly ToldChange<AlertEvent>[];
  readonly messages: readonly MessageToKeep[];
}

/** `kept` with the cursor as stored; or nothing was done: another decision was taken since, or there is such a message. */
export type DecisionResult =
  | { readonly kind: 'kept'; readonly cursor: StoredCursor }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'message-exists' };

/** What health and overview tell of alerts. */
export interface AlertHealth {
  /** Messages that a channel did not get. */
  readonly dead: number;
  /** Channels that are off. */
  readonly off: number;
}

/** What was told, to whom, and what is still to be told. */
export interface Alerts {
  /** The cursor and the channels, as stored. */
  state(): Promise<{ readonly cursor: StoredCursor | undefined; readonly channels: readonly ChannelState[] }>;
  /** What was told of every subject. */
  told(): Promise<ToldStates>;
  /** The message with this id. */
  message(id: string): Promise<AlertMessage | undefined>;
  decide(decision: AlertDecision): Promise<DecisionResult>;
  /** Messages that wait for the log or for a channel, or that a channel did not get; oldest first. */
  unsettled(): Promise<readonly AlertMessage[]>;
  /** Keeps what became of a message on a channel, with the state of the channel. */
  saveDelivery(id: string, name: ChannelName, delivery: Delivery, channel?: ChannelState): Promise<void>;
  saveChannel(channel: ChannelState): Promise<void>;
  /** Keeps a message that is about no event; false where there is one with its id. */
  addMessage(message: AlertMessage): Promise<boolean>;
  /**
   * Writes a digest of held messages, at most {@link maxChangesAtOnce} of which become a part of it on a channel; false
   * where another run was there before.
   */
  addToDigest(digest: MessageToKeep, name: ChannelName, held: readonly AlertMessage[]): Promise<boolean>;
  noteLogged(id: string): Promise<void>;
  health(): Promise<AlertHealth>;
  saveHealth(health: AlertHealth): Promise<void>;
  /** Finished messages, newest first; with `before` (an id) only older ones. */
  messages(most: number, before?: string): Promise<readonly AlertMessage[]>;
  /** Forgets messages that were made before this moment (ms since 1970), as many as one transaction takes. */
  forgetMessages(madeBefore: number): Promise<void>;
}
