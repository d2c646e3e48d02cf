import type { ChannelName, SendOutcome } from '../alerts/alert-channel.ts';
import type { MessageContent } from '../alerts/alert-event.ts';

/** A message as it is sent. */
export interface OutgoingMessage {
  readonly id: string;
  readonly content: MessageContent;
  /** The text of the newest error, where texts may be told. */
  readonly text?: string | undefined;
}

/** Where messages go. */
export interface AlertChannel {
  readonly name: ChannelName;
  /** Hash of its address. */
  readonly address: string;
  /** One try, which takes at most so many milliseconds. It never throws because of the receiver. */
  send(message: OutgoingMessage, limitMs: number): Promise<SendOutcome>;
}
