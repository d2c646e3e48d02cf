import * as z from 'zod';
import { type ChannelState, channelState } from '../../domain/alerts/alert-channel.ts';
import { type ToldState, toldState } from '../../domain/alerts/told-state.ts';
import type { AlertCursor, AlertHealth, StoredCursor } from '../../domain/ports/alerts.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import type { Row } from '../tables/table-service.ts';
import { storedTime } from './stored-moment.ts';

/** Row of the cursor; rows of channels and of the health begin with it. */
export const cursorRowKey = 'u';
/** Row of what health and overview tell. */
export const alertHealthRowKey = 'u-health';

const toldRow = z.object({ rowKey: z.string(), told: z.string() });

// What a newer version wrote so that it cannot be read is long ago: the next decision is a first one, and replaces it.
const cursorRow = z.lazy(() =>
  z.object({
    etag: z.string(),
    at: storedTime.catch(0),
    rulesVersion: z.number().catch(0),
    collecting: z.string().nullish().catch(undefined),
  }),
);

const channelRow = z.object({ channel: z.string() });

const healthRow = z.object({ dead: z.number(), off: z.number() });

/** Row key of what was told of a subject. */
export function toldRowKey(subject: string): string {
  return `n${subject}`;
}

/** The properties of the row of what was told. */
export function toldRowProperties(told: ToldState): EntityProperties {
  return { told: JSON.stringify(told) };
}

/** What was told of a subject, by its key. Throws where it cannot be read. */
export function toldIn(row: Row): [subject: string, told: ToldState] {
  const { rowKey, told } = toldRow.parse(row);
  return [rowKey.slice(1), toldState.parse(JSON.parse(told))];
}

/** The properties of the cursor's row. */
export function cursorRowProperties({ at, rulesVersion, collecting }: AlertCursor): EntityProperties {
  return { at: new Date(at).toISOString(), rulesVersion, ...(collecting ? { collecting } : {}) };
}

/** The cursor in a row. */
export function cursorIn(row: Row): StoredCursor {
  const { etag, collecting, ...cursor } = cursorRow.parse(row);
  return { ...cursor, collecting: collecting ?? undefined, version: etag };
}

/** Row key of a channel. */
export function channelRowKey({ name }: Pick<ChannelState, 'name'>): string {
  return `u-${name}`;
}

/** The properties of a channel's row. */
export function channelRowProperties(channel: ChannelState): EntityProperties {
  return { channel: JSON.stringify(channel) };
}

/** The channel in a row. Throws where it cannot be read. */
export function channelIn(row: Row): ChannelState {
  return channelState.parse(JSON.parse(channelRow.parse(row).channel));
}

/** The health in a row. Throws where it cannot be read. */
export function alertHealthIn(row: Row): AlertHealth {
  return healthRow.parse(row);
}
