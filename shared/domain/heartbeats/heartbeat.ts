import * as z from 'zod';
import { dateTime, directions } from '../reports/error-report.ts';
import { cut, wellFormed } from '../reports/text-limits.ts';

/** Limits of one heartbeat. Names and texts are in UTF-16 units. */
export const heartbeatLimits = { mappings: 200, jobs: 200, name: 512, text: 2048 } as const;

/** A name: too long is refused, because a cut one would name something else. */
const name = () =>
  z
    .string()
    .min(1, 'Empty')
    .max(heartbeatLimits.name, `Longer than ${heartbeatLimits.name} characters`)
    .overwrite(wellFormed);

/** Free text: too long is cut, with a marker. */
const text = () => z.string().overwrite((value) => cut(wellFormed(value), heartbeatLimits.text));

/** Business Central's Integer. */
const count = z.int().nonnegative().max(2_147_483_647);

/** The direction of a run, or of a mapping that has not run. */
export const mappingDirections = [...directions, 'bidirectional'] as const;

/** The last run of an integration table mapping in one direction. */
const mappingRun = z
  .strictObject({
    name: name().describe('Integration table mapping, such as CUSTOMER'),
    direction: z.enum(mappingDirections).optional(),
    lastStartAt: dateTime.optional(),
    lastFinishAt: dateTime.optional(),
    inserted: count.optional(),
    modified: count.optional(),
    unchanged: count.optional(),
    skipped: count.optional(),
    failed: count.optional(),
    givenUp: count.optional().describe('Records of the mapping that Business Central no longer synchronizes'),
  })
  .meta({ id: 'MappingRun' });

/** A job queue entry that synchronizes a mapping regularly. */
const jobQueueEntry = z
  .strictObject({
    mapping: name().optional(),
    status: name()
      .overwrite((status) => status.replaceAll('_x0020_', ' '))
      .optional()
      .describe("Business Central's status, such as On Hold"),
    earliestStartAt: dateTime.optional(),
    message: text().optional().describe('Error message of the entry'),
  })
  .meta({ id: 'HeartbeatJob' });

/** What a sender posts to say that it is alive. A sender is a company and its environment. */
export const heartbeat = z
  .strictObject({
    company: name().describe('Name of the company'),
    environment: name().optional().describe('Business Central environment, such as Production'),
    sentAt: dateTime.describe("The sender's clock, ISO 8601 with zone"),
    version: name().optional().describe('Version of the sender'),
    outboxWaiting: count.optional().describe('Errors that are waiting to be sent'),
    refused: count.optional().describe('Errors that the desk refused'),
    mappings: z.array(mappingRun).max(heartbeatLimits.mappings).optional(),
    jobQueue: z.array(jobQueueEntry).max(heartbeatLimits.jobs).optional(),
    connection: z
      .strictObject({
        dataverse: z.boolean().optional().describe('The connection to Dataverse is enabled'),
        sales: z.boolean().optional().describe('The connection to Dynamics 365 Sales is enabled'),
        disableReason: text().optional().describe('Why Business Central disabled a connection'),
      })
      .meta({ id: 'HeartbeatConnection' })
      .optional(),
  })
  .meta({ id: 'Heartbeat' });

/** A checked heartbeat: times are `Date`. */
export type Heartbeat = z.output<typeof heartbeat>;
