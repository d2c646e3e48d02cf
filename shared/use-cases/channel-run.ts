import type { ChannelName, ChannelState } from '../domain/alerts/alert-channel.ts';
import type { AlertMessage } from '../domain/alerts/alert-message.ts';
import {
  acceptedIn,
  afterTry,
  afterWaiting,
  channelAfterTry,
  mostPerHour,
  needsRest,
} from '../domain/alerts/delivery-plan.ts';
import { quietUntil } from '../domain/alerts/quiet-hours.ts';
import { AppError } from '../domain/app-error.ts';
import type { AlertChannel } from '../domain/ports/alert-channel.ts';
import { hourMs } from '../domain/reports/days.ts';
import type { SendAlertsPorts } from './alert-ports.ts';
import { holdMessage, releaseHeld, untried, type Waiting } from './held-messages.ts';
import { readError } from './read-error.ts';

/** Time for one request, ms. */
const requestMs = 5000;

/** One channel in one run. */
export class ChannelRun {
  readonly #ports: SendAlertsPorts;
  readonly #channel: AlertChannel;
  readonly #name: ChannelName;
  readonly #unsettled: readonly AlertMessage[];
  readonly #end: number;
  #state: ChannelState;
  #sent = 0;
  #isResting = false;

  /** Sends until `end`, by the clock of the ports. */
  constructor(
    ports: SendAlertsPorts,
    channel: AlertChannel,
    state: ChannelState,
    unsettled: readonly AlertMessage[],
    end: number,
  ) {
    this.#ports = ports;
    this.#channel = channel;
    this.#name = channel.name;
    this.#state = state;
    this.#unsettled = unsettled;
    this.#end = end;
  }

  /** Whether the receiver said that it is gone. */
  get isOff(): boolean {
    return this.#state.offSince !== undefined;
  }

  /** Gives how many messages the channel took, and how many it will not get. */
  async deliver(): Promise<{ readonly sent: number; readonly dead: number }> {
    const waiting = this.#unsettled.flatMap((message): Waiting[] => {
      const delivery = message.deliveries.get(this.#name);
      return delivery?.status === 'pending' ? [{ message, delivery }] : [];
    });
    const dead = this.#unsettled.filter(({ deliveries }) => deliveries.get(this.#name)?.status === 'dead');
    for (const one of waiting) await this.#age(one);
    if ((this.#state.restsUntil ?? 0) <= this.#now()) {
      const due = await this.#afterHold(waiting.filter(({ delivery }) => delivery.status === 'pending'));
      await this.#sendAll(due);
      await this.#sendAgain(due);
    }
    if (this.isOff) for (const one of waiting) await this.#bury(one);
    const died = waiting.filter(({ delivery }) => delivery.status === 'dead');
    return { sent: this.#sent, dead: dead.length + died.length };
  }

  #now(): number {
    return this.#ports.now().getTime();
  }

  async #age(one: Waiting): Promise<void> {
    const after = afterWaiting(one.delivery, one.message.madeAt, this.#now());
    if (after === one.delivery) return;
    one.delivery = after;
    await this.#ports.alerts.saveDelivery(one.message.id, this.#name, after);
  }

  /** What waits for a channel that is off is dead. */
  async #bury(one: Waiting): Promise<void> {
    if (one.delivery.status !== 'pending') return;
    one.delivery = { status: 'dead', attempts: one.delivery.attempts, reason: 'channel-off' };
    await this.#ports.alerts.saveDelivery(one.message.id, this.#name, one.delivery);
  }

  /** When a hold is over, many held messages go out as one; gives what is to be sent now. */
  async #afterHold(waiting: readonly Waiting[]): Promise<readonly Waiting[]> {
    const { heldUntil } = this.#state;
    const sendable = waiting.filter(({ message }) => !message.isUnfinished);
    const now = this.#now();
    if (heldUntil === undefined || heldUntil > now || this.isOff) return sendable;
    const { alerts } = this.#ports;
    const released = await releaseHeld(
      { alerts, name: this.#name, now },
      heldUntil,
      sendable,
      this.#unsettled,
    );
    // Another run does it: what it takes is not known here.
    if (!released) return [];
    await this.#saveState({ ...this.#state, heldUntil: undefined });
    const { digest, folded } = released;
    const others = sendable.filter((one) => !folded.includes(one));
    return digest ? [...others, { message: digest, delivery: untried }] : others;
  }

  async #sendAll(due: readonly Waiting[]): Promise<void> {
    for (const one of due) {
      if (this.#isResting || this.isOff || this.#leftMs() <= 0) return;
      if ((one.delivery.nextTryAt ?? 0) > this.#now()) continue;
      if (!one.message.content.urgent && (await this.#holds(one))) continue;
      await this.#send(one);
    }
  }

  /** The second try comes after five seconds, in this run where time is left. */
  async #sendAgain(due: readonly Waiting[]): Promise<void> {
    const failed = due.filter(({ delivery }) => delivery.status === 'pending' && delivery.attempts === 1);
    for (const one of failed) {
      const waitMs = Math.max(0, (one.delivery.nextTryAt ?? 0) - this.#now());
      if (this.#isResting || this.isOff || waitMs >= this.#leftMs()) return;
      await this.#ports.alertClock.pause(waitMs);
      await this.#send(one);
    }
  }

  #leftMs(): number {
    return this.#end - this.#ports.alertClock.now();
  }

  /** Whether a message waits: in quiet hours, or since the channel got as many as it gets in an hour. */
  async #holds({ message, delivery }: Waiting): Promise<boolean> {
    // It was let through already, or says that others wait.
    if (delivery.attempts > 0 || message.content.rule === 'held') return false;
    const { quietHours, timeZone } = this.#ports.alertSettings;
    const now = this.#now();
    const quiet = quietUntil(quietHours, timeZone, now);
    const isFull = acceptedIn(this.#state, now) >= mostPerHour;
    const hourEnd = (Math.floor(now / hourMs) + 1) * hourMs;
    const until = quiet ?? (isFull ? hourEnd : undefined);
    if (until === undefined) return false;
    if (this.#state.heldUntil !== until) {
      await this.#saveState({ ...this.#state, heldUntil: until });
      if (quiet === undefined) await this.#tellHold(until);
    }
    return true;
  }

  /** Says once that messages wait. */
  async #tellHold(until: number): Promise<void> {
    const message = holdMessage(this.#name, until, this.#now());
    if (await this.#ports.alerts.addMessage(message)) await this.#send({ message, delivery: untried });
  }

  async #send(one: Waiting): Promise<void> {
    const { message } = one;
    const { id, content } = message;
    const text = await this.#textOf(message);
    const outcome = await this.#channel.send({ id, content, text }, Math.min(requestMs, this.#leftMs()));
    const now = this.#now();
    one.delivery = afterTry(one.delivery, outcome, now);
    const isCounted = content.rule !== 'held';
    const state = channelAfterTry(this.#state, outcome, { now, isCounted });
    const changed = state === this.#state ? undefined : state;
    this.#state = state;
    this.#isResting = needsRest(outcome);
    if (outcome.kind === 'accepted') this.#sent++;
    await this.#ports.alerts.saveDelivery(id, this.#name, one.delivery, changed);
  }

  /** The text of the newest error of a problem, where it may be told and is still there. */
  async #textOf({ content: { sampleErrorId } }: AlertMessage): Promise<string | undefined> {
    if (!this.#ports.alertSettings.withTexts || sampleErrorId === undefined) return undefined;
    try {
      return (await readError(this.#ports, sampleErrorId)).entry.report.message;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  async #saveState(state: ChannelState): Promise<void> {
    this.#state = state;
    await this.#ports.alerts.saveChannel(state);
  }
}
