import { hash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { Heartbeat } from '../../domain/heartbeats/heartbeat.ts';
import type { HeartbeatSender } from '../../domain/ports/heartbeats.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { splitText } from '../tables/split-text.ts';
import type { Row } from '../tables/table-service.ts';
import { packed } from './packed-json.ts';

/** Longest packed heartbeat, UTF-16 units: an entity holds 1 MiB, two bytes a unit. */
const maxPacked = 450_000;

const moment = z.iso.datetime().transform((text) => Date.parse(text));

const senderRow = z.object({
  company: z.string(),
  environment: z.string().nullish(),
  received: z.string().transform((text) => text.split(',')),
});

const receivedMoments = z.array(moment).min(1);

const sentRow = z.object({ sentAt: moment });

/** What a query for senders selects: not what their heartbeats say. */
export const senderProperties = propertiesOf(senderRow);

/** Row key of a sender. */
export function heartbeatRowKey({ environment = '', company }: Heartbeat): string {
  return `s${hash('sha256', JSON.stringify([environment, company]), 'hex').slice(0, 32)}`;
}

/**
 * The properties of a sender's row.
 * @throws {AppError} payload-too-large
 */
export async function heartbeatRowProperties(
  heartbeat: Heartbeat,
  received: readonly number[],
): Promise<EntityProperties> {
  const text = await packed(heartbeat);
  if (text.length > maxPacked)
    throw new AppError(
      'payload-too-large',
      'The heartbeat is too large to be kept; send fewer mappings and jobs, or shorter messages',
    );
  return {
    company: heartbeat.company,
    ...(heartbeat.environment ? { environment: heartbeat.environment } : {}),
    sentAt: heartbeat.sentAt.toISOString(),
    received: received.map((at) => new Date(at).toISOString()).join(','),
    ...splitText('heartbeat', text),
  };
}

/** The sender in a row. Throws where it cannot be read. */
export function senderIn(row: Row): HeartbeatSender {
  const { company, environment, received } = senderRow.parse(row);
  return { company, environment: environment ?? '', received: receivedMoments.parse(received) };
}

/** The sender in a row, and when its last heartbeat was sent, ms since 1970. Throws where it cannot be read. */
export function lastHeartbeatIn(row: Row): HeartbeatSender & { readonly sentAt: number } {
  return { ...senderIn(row), ...sentRow.parse(row) };
}
