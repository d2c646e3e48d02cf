import * as z from 'zod';

/** Where messages go. */
export const channelNames = ['teams', 'webhook'] as const;
/** One of the channels. */
export type ChannelName = (typeof channelNames)[number];

/** Why a message is dead, or why a try failed: a fixed word, never an address or a text of the receiver. */
export const deliveryReasons = [
  'refused',
  'throttled',
  'timed-out',
  'unreachable',
  'address-not-allowed',
  'redirected',
  'gone',
  'channel-off',
  'channel-removed',
  'too-old',
  'in-digest',
] as const;
/** One of the reasons. */
export type DeliveryReason = (typeof deliveryReasons)[number];

/** How far a message is on one channel. Times in ms since 1970. Lazy: built when first used. */
export const delivery = z.lazy(() =>
  z.object({
    status: z.enum(['pending', 'sent', 'dead']),
    attempts: z.number(),
    nextTryAt: z.number().optional(),
    lastStatus: z.number().optional(),
    // A newer version may know more.
    reason: z.enum(deliveryReasons).optional().catch(undefined),
  }),
);

/** Checked {@link delivery}. */
export type Delivery = z.output<typeof delivery>;

/** What came of one try to send a message. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly status: number }
  | {
      readonly kind: 'failed';
      readonly status?: number | undefined;
      readonly reason: DeliveryReason;
      /** How long the receiver asks to wait, ms. */
      readonly retryAfterMs?: number | undefined;
    };

/** What is kept of a channel between runs. Times in ms since 1970. Lazy: built when first used. */
export const channelState = z.lazy(() =>
  z.object({
    name: z.enum(channelNames),
    /** Hash of its address: with another one it begins anew. */
    address: z.string(),
    /** When it answered that it is gone: nothing is sent until its address changes or a trial is taken. */
    offSince: z.number().optional(),
    /** Until when it asked not to be called. */
    restsUntil: z.number().optional(),
    /** The clock hour in which it accepted `accepted` messages. */
    hour: z.number().default(0),
    accepted: z.number().default(0),
    /** Until when messages are held: then they go out, many as one. */
    heldUntil: z.number().optional(),
  }),
);

/** Checked {@link channelState}. */
export type ChannelState = z.output<typeof channelState>;
