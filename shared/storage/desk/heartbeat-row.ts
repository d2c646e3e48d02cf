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
  sentAt: moment,
  noneGivenUp: z.string().nullish(),
});

const receivedMoments = z.array(moment).min(1);

const mappingNames = z.array(z.string());

/** Names of mappings that a row lists, as JSON, in UTF-16 units: a property holds 32,768. */
const maxNoneGivenUp = 30_000;

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
    noneGivenUp: JSON.stringify(withinLimit(noneGivenUpIn(heartbeat))),
    ...splitText('heartbeat', text),
  };
}

/** Mappings that synchronize every record again: each of their runs says that none is given up. */
function noneGivenUpIn({ mappings = [] }: Heartbeat): string[] {
  const byName = Map.groupBy(mappings, ({ name }) => name);
  return [...byName].filter(([, runs]) => runs.every((run) => run.givenUp === 0)).map(([name]) => name);
}

/** As many names as a property holds: the others are as if nothing had been said of them. */
function withinLimit(names: readonly string[]): string[] {
  let units = 0;
  return names.filter((name) => {
    units += JSON.stringify(name).length + 1;
    return units < maxNoneGivenUp;
  });
}

/** The sender in a row. Throws where it cannot be read. */
export function senderIn(row: Row): HeartbeatSender {
  const { company, environment, received, sentAt, noneGivenUp } = senderRow.parse(row);
  return {
    company,
    environment: environment ?? '',
    received: receivedMoments.parse(received),
    sentAt,
    noneGivenUp: mappingNames.parse(JSON.parse(noneGivenUp ?? '[]')),
  };
}
