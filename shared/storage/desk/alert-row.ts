import * as z from 'zod';
import {
  type ChannelName,
  channelNames,
  type Delivery,
  delivery,
} from '../../domain/alerts/alert-channel.ts';
import { messageContent } from '../../domain/alerts/alert-event.ts';
import type { AlertMessage } from '../../domain/alerts/alert-message.ts';
import { ulid, ulidParts } from '../../domain/reports/ulid.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { inverted, uninverted } from '../tables/inverted-time.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import { storedJson } from '../tables/stored-json.ts';
import type { Row } from '../tables/table-service.ts';
import { storedTime } from './stored-moment.ts';

/** Built when first used: an app starts without it. */
const alertRow = z.lazy(() => {
  const channel = storedJson.pipe(delivery).nullish();
  return z.object({
    rowKey: z.string(),
    etag: z.string(),
    madeAt: storedTime,
    isLogPending: z.boolean(),
    isUnfinished: z.boolean(),
    teams: channel,
    webhook: channel,
  });
});

/** Row key of a message: ascending is newest first. */
export function alertRowKey(id: string): string {
  const { time, tail } = ulidParts(id);
  return `m${inverted(time)}-${tail}`;
}

/** The properties of a message's row. */
export function alertRowProperties({
  content,
  madeAt,
  deliveries,
  isLogPending,
  isUnfinished,
}: AlertMessage): EntityProperties {
  return {
    madeAt: new Date(madeAt).toISOString(),
    isLogPending,
    isUnfinished,
    ...splitText('content', JSON.stringify(content)),
    ...Object.assign({}, ...[...deliveries].map(([name, one]) => deliveryProperties(name, one))),
  };
}

/** What a row tells of one channel; the status stands alone too, so that a query can ask for it. */
export function deliveryProperties(name: ChannelName, one: Delivery): EntityProperties {
  return { [name]: JSON.stringify(one), [`${name}Status`]: one.status };
}

/** The message in a row. Throws where it cannot be read. */
export function alertIn(row: Row): AlertMessage {
  const { rowKey, etag, madeAt, isLogPending, isUnfinished, ...channels } = alertRow.parse(row);
  const [time = '', tail = ''] = rowKey.slice(1).split('-');
  const deliveries = new Map<ChannelName, Delivery>();
  for (const name of channelNames) {
    const one = channels[name];
    if (one) deliveries.set(name, one);
  }
  return {
    id: ulid(uninverted(time), tail),
    content: messageContent.parse(JSON.parse(joinText('content', row))),
    madeAt,
    deliveries,
    isLogPending,
    isUnfinished,
    version: etag,
  };
}
