import * as z from 'zod';
import {
  type ChannelState,
  channelNames,
  type Delivery,
  deliveryReasons,
  type SendOutcome,
} from '../../domain/alerts/alert-channel.ts';
import type { AlertMessage } from '../../domain/alerts/alert-message.ts';
import { messageRules } from '../../domain/alerts/alert-rule.ts';
import { headline, type MessageFormat } from '../../domain/alerts/message-text.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { pageBody } from '../paging.ts';
import { moment } from './entry-body.ts';

export const alertId = z
  .string()
  .regex(ulidPattern, 'Not an id of an alert: 26 characters of Crockford base 32 in upper case')
  .meta({
    description: 'Id of an alert: receivers get it as `webhook-id`',
    example: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB',
  });

const channelWord = z.enum(channelNames);
const reasonWord = z.enum(deliveryReasons).describe('Why it was not taken, or not sent by itself');
const httpStatus = z.int().min(100).max(599).describe('HTTP status of the last answer');

/** A message with what became of it on each channel. */
export const alertBody = z.lazy(() =>
  z
    .strictObject({
      id: alertId,
      rule: z.enum(messageRules),
      over: z.boolean().describe('Whether it tells that something is over'),
      at: moment.describe('When what it tells came about'),
      subject: z.string().describe('What it tells, in one line'),
      problem: z.string().optional().describe('Id of the problem that it is about'),
      count: z.int().min(0).optional().describe('Errors, records or alerts, where something is counted'),
      channels: z.array(
        z
          .strictObject({
            channel: channelWord,
            status: z.enum(['pending', 'sent', 'dead']),
            attempts: z.int().min(0),
            nextTryAt: moment.optional(),
            lastStatus: httpStatus.optional(),
            reason: reasonWord.optional(),
          })
          .meta({ id: 'AlertDelivery' }),
      ),
    })
    .meta({ id: 'Alert' }),
);

/** A channel to which nothing is sent. */
export const channelOffBody = z.lazy(() =>
  z
    .strictObject({
      channel: channelWord,
      since: moment,
      why: z
        .enum(['gone'])
        .describe('The receiver answered 410. A trial that it takes, or another address, ends it'),
    })
    .meta({ id: 'ChannelOff' }),
);

/** A page of alerts, with the channels that are off. */
export const alertList = z.lazy(() =>
  pageBody(alertBody)
    .extend({ off: z.array(channelOffBody) })
    .meta({ id: 'AlertList' }),
);

/** What came of a trial message. */
export const trialBody = z.lazy(() =>
  z
    .strictObject({
      channel: channelWord,
      outcome: z.enum(['sent', 'failed']),
      status: httpStatus.optional(),
      reason: reasonWord.optional(),
    })
    .meta({ id: 'AlertTrial' }),
);

/** A message as JSON. */
export function toAlertBody(
  { id, content, deliveries }: AlertMessage,
  format: MessageFormat,
): z.output<typeof alertBody> {
  const { rule, over, at, facts } = content;
  return {
    id,
    rule,
    over,
    at: new Date(at).toISOString(),
    subject: headline(content, format),
    ...(facts.problem ? { problem: facts.problem } : {}),
    ...(facts.count === undefined ? {} : { count: facts.count }),
    channels: [...deliveries].map(([channel, delivery]) => ({ channel, ...deliveryBody(delivery) })),
  };
}

function deliveryBody({ status, attempts, nextTryAt, lastStatus, reason }: Delivery) {
  return {
    status,
    attempts,
    ...(nextTryAt === undefined ? {} : { nextTryAt: new Date(nextTryAt).toISOString() }),
    ...(lastStatus === undefined ? {} : { lastStatus }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The channels that are off, as JSON. */
export function toChannelsOff(channels: readonly ChannelState[]): z.output<typeof channelOffBody>[] {
  return channels.flatMap(({ name, offSince }) =>
    offSince === undefined
      ? []
      : [{ channel: name, since: new Date(offSince).toISOString(), why: 'gone' as const }],
  );
}

/** The outcome of a trial as JSON. */
export function toTrialBody({
  channel,
  outcome,
}: {
  readonly channel: (typeof channelNames)[number];
  readonly outcome: SendOutcome;
}): z.output<typeof trialBody> {
  const status = outcome.status === undefined ? {} : { status: outcome.status };
  if (outcome.kind === 'accepted') return { channel, outcome: 'sent', ...status };
  return { channel, outcome: 'failed', ...status, reason: outcome.reason };
}
