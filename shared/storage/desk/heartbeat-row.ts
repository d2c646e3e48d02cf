import { hash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { Heartbeat } from '../../domain/heartbeats/heartbeat.ts';
import type { MappingGivenUp } from '../../domain/heartbeats/mapping-given-up.ts';
import type { HeartbeatSender } from '../../domain/ports/heartbeats.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { splitText } from '../tables/split-text.ts';
import type { Row } from '../tables/table-service.ts';
import { maxPacked, packed } from './packed-json.ts';
import { storedTime } from './stored-moment.ts';

const senderRow = z.object({
  company: z.string(),
  environment: z.string().nullish(),
  received: z.string().transform((text) => text.split(',')),
  sentAt: storedTime,
  givenUp: z.string().nullish(),
});

const receivedMoments = z.array(storedTime).min(1);

const mappingsGivenUp = z.array(
  z.tuple([z.string(), z.number().nullable(), z.number().nullable()]).transform(
    ([mapping, count, noneAt]): MappingGivenUp => ({
      mapping,
      count: count ?? undefined,
      noneAt: noneAt ?? undefined,
    }),
  ),
);

/** What a row says of given-up records, as JSON, in UTF-16 units: a property holds 32,768. */
const maxGivenUp = 30_000;

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
  { received, givenUp }: Pick<HeartbeatSender, 'received' | 'givenUp'>,
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
    givenUp: givenUpText(givenUp),
    ...splitText('heartbeat', text),
  };
}

/** As many mappings as a property holds: the others are as if nothing had been said of them. */
function givenUpText(mappings: readonly MappingGivenUp[]): string {
  let units = 2;
  const texts = mappings.map(({ mapping, count, noneAt }) =>
    JSON.stringify([mapping, count ?? null, noneAt ?? null]),
  );
  const kept = texts.filter((text) => {
    units += text.length + 1;
    return units < maxGivenUp;
  });
  return `[${kept.join(',')}]`;
}

/** The sender in a row. Throws where it cannot be read. */
export function senderIn(row: Row): HeartbeatSender {
  const { company, environment, received, sentAt, givenUp } = senderRow.parse(row);
  return {
    company,
    environment: environment ?? '',
    received: receivedMoments.parse(received),
    sentAt,
    givenUp: mappingsGivenUp.parse(JSON.parse(givenUp ?? '[]')),
  };
}
