import * as z from 'zod';
import type { LinkSettings } from '../../domain/links/record-link.ts';
import { type Decision, decisionETag, type EntryStatus } from '../../domain/problems/decision.ts';
import type { GivenUp } from '../../domain/problems/given-up.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { recordReference } from '../../domain/reports/error-report.ts';
import { decisionBody, shownDecision } from './decision-body.ts';
import { linksOf, moment, recordLinks } from './entry-body.ts';
import { entryStatusWord, givenUpWord } from './words.ts';

/** The id of a record: 16 hexadecimal digits. */
export const recordId = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'Not an id of a record: 16 hexadecimal digits in lower case')
  .meta({ description: 'Id of a record, from the records of its problem', example: '0f1e2d3c4b5a6978' });

/** A record that a problem affects. */
export const recordBody = z
  .strictObject({
    id: recordId,
    environment: z.string().optional(),
    company: z.string(),
    source: recordReference.optional(),
    destination: recordReference.optional(),
    links: recordLinks,
    count: z.int().min(0).describe('Its errors of this problem'),
    firstSeenAt: moment,
    lastSeenAt: moment,
    status: entryStatusWord,
    decision: decisionBody.optional().describe('What was decided on this record alone'),
    givenUp: z
      .strictObject({
        status: givenUpWord,
        since: moment.describe('When it failed the second time in a row with the same text'),
      })
      .meta({ id: 'GivenUp' })
      .optional()
      .describe('Present where Business Central does not try it any more'),
    etag: z.string(),
  })
  .meta({ id: 'AffectedRecord' });

/** A record as it was found; times in ms since 1970. */
export interface ToldRecord {
  readonly id: string;
  readonly entry: ErrorEntry;
  readonly count: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly status: EntryStatus;
  readonly decision: Decision | undefined;
  readonly givenUp: Pick<GivenUp, 'status' | 'since'> | undefined;
}

export function toRecordBody(record: ToldRecord, links: LinkSettings): z.output<typeof recordBody> {
  const { entry, decision, givenUp } = record;
  const { environment, company, source, destination } = entry.report;
  const urls = linksOf(entry, links);
  return {
    id: record.id,
    environment,
    company,
    source: source && { ...source, url: urls.source },
    destination: destination && { ...destination, url: urls.destination },
    links: urls,
    count: record.count,
    firstSeenAt: new Date(record.firstSeenAt).toISOString(),
    lastSeenAt: new Date(record.lastSeenAt).toISOString(),
    status: record.status,
    decision: shownDecision(decision),
    givenUp: givenUp && { status: givenUp.status, since: new Date(givenUp.since).toISOString() },
    etag: decisionETag(decision),
  };
}
