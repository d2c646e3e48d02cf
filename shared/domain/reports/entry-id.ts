import { hash } from 'node:crypto';
import * as z from 'zod';
import type { ErrorReport, RecordReference } from './error-report.ts';
import { base32, ulid, ulidParts, ulidPattern } from './ulid.ts';

/** The id of an error entry, which is also its address: a ULID of `occurredAt` and the hash of its identity. */
export const entryId = z
  .string()
  .regex(ulidPattern, 'Not an id of an error entry: 26 characters of Crockford base 32 in upper case')
  .meta({ description: 'Id of an error entry', example: '01KAMX8ZJ0E5QJZ4V6T3C0W2RB' });

/**
 * The identity of a report as one text: company, environment and the sender's own id, or else all fields that identify it.
 * `occurredAt` is not part of it: both together are the key.
 */
export function identityOf(report: ErrorReport): string {
  const { company, environment = '', errorId } = report;
  if (errorId) return JSON.stringify([company, environment, errorId]);
  return JSON.stringify([
    company,
    environment,
    null,
    report.message,
    report.mapping ?? '',
    report.direction ?? '',
    side(report.source),
    side(report.destination),
    report.jobId ?? '',
    report.jobType ?? '',
    report.language ?? '',
  ]);
}

function side(reference: RecordReference | undefined): readonly string[] {
  if (!reference) return [];
  return [reference.app, reference.table ?? '', reference.recordId ?? '', reference.name ?? ''];
}

/** The id of the entry that a report becomes, however often it is sent. */
export function entryIdOf(report: ErrorReport): string {
  return ulid(report.occurredAt.getTime(), base32(hash('sha256', identityOf(report), 'buffer')));
}

/** When the entry with this id occurred, in ms since 1970. */
export function occurredAtOf(id: string): number {
  return ulidParts(id).time;
}
