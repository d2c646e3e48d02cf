import * as z from 'zod';
import { causes, resolvers } from '../domain/diagnosis/cause.ts';
import { occurredAtOf } from '../domain/entry-id.ts';
import type { ErrorEntry } from '../domain/error-entry.ts';
import { apps, directions, jobTypes, type RecordReference } from '../domain/error-report.ts';
import { toJson } from './entity-group-transaction.ts';
import { idOfEntryRow } from './row-keys.ts';
import type { Row } from './table-service.ts';

/** Properties a list needs: all but the call stack. */
export const listedProperties = [
  'RowKey',
  'receivedAt',
  'company',
  'environment',
  'mapping',
  'direction',
  'sourceApp',
  'sourceTable',
  'sourceRecordId',
  'sourceName',
  'sourceUrl',
  'destinationApp',
  'destinationTable',
  'destinationRecordId',
  'destinationName',
  'destinationUrl',
  'message',
  'errorId',
  'jobId',
  'jobType',
  'language',
  'problemId',
  'cause',
  'key',
  'resolver',
  'evidence',
  'rulesVersion',
  'live',
  'cleanup',
] as const;

/** Properties that tell which entry and which problem: what counting and removing need. */
export const problemProperties = [
  'RowKey',
  'receivedAt',
  'company',
  'environment',
  'mapping',
  'direction',
  'problemId',
  'cause',
  'key',
  'resolver',
  'rulesVersion',
  'live',
  'cleanup',
] as const;

/** The properties of an entry's row as a JSON object, but for the keys and the name of the transaction that stores it. */
export function entryPropertiesJson(entry: ErrorEntry): string {
  const { report, diagnosis } = entry;
  const { source, destination } = report;
  // What is undefined is left out of JSON.
  return toJson({
    live: true,
    receivedAt: entry.receivedAt,
    company: report.company,
    environment: report.environment,
    mapping: report.mapping,
    direction: report.direction,
    sourceApp: source?.app,
    sourceTable: source?.table,
    sourceRecordId: source?.recordId,
    sourceName: source?.name,
    sourceUrl: source?.url,
    destinationApp: destination?.app,
    destinationTable: destination?.table,
    destinationRecordId: destination?.recordId,
    destinationName: destination?.name,
    destinationUrl: destination?.url,
    message: report.message,
    callStack: report.callStack,
    errorId: report.errorId,
    jobId: report.jobId,
    jobType: report.jobType,
    language: report.language,
    problemId: entry.problemId,
    cause: diagnosis.cause,
    key: diagnosis.key,
    resolver: diagnosis.resolver,
    evidence: diagnosis.evidence,
    rulesVersion: entry.rulesVersion,
  });
}

const entryRow = z.object({
  rowKey: z.string(),
  etag: z.string().default(''),
  live: z.boolean(),
  cleanup: z.string().optional(),
  receivedAt: z.string().default(''),
  company: z.string().default(''),
  environment: z.string().optional(),
  mapping: z.string().optional(),
  direction: z.enum(directions).optional(),
  sourceApp: z.enum(apps).optional(),
  sourceTable: z.string().optional(),
  sourceRecordId: z.string().optional(),
  sourceName: z.string().optional(),
  sourceUrl: z.string().optional(),
  destinationApp: z.enum(apps).optional(),
  destinationTable: z.string().optional(),
  destinationRecordId: z.string().optional(),
  destinationName: z.string().optional(),
  destinationUrl: z.string().optional(),
  message: z.string().default(''),
  callStack: z.string().optional(),
  errorId: z.string().optional(),
  jobId: z.string().optional(),
  jobType: z.enum(jobTypes).optional(),
  language: z.string().optional(),
  problemId: z.string().default(''),
  cause: z.enum(causes).default('unclassified'),
  key: z.string().default(''),
  resolver: z.enum(resolvers).default('unknown'),
  evidence: z.string().default(''),
  rulesVersion: z.number().default(0),
});

type EntryRow = z.output<typeof entryRow>;

/** An entry as it is stored, and whether readers may see it. */
export interface StoredEntry {
  readonly entry: ErrorEntry;
  readonly rowKey: string;
  readonly etag: string;
  /** False for one that a filtered clean-up flagged, or that was deleted. */
  readonly live: boolean;
  /** The clean-up that flagged it. */
  readonly cleanup: string | undefined;
}

/** The entry in a row; properties that were not asked for are absent or empty. */
export function storedEntryOf(row: Row): StoredEntry {
  // A property that is asked for by name and is not there may come back as null.
  const parsed = entryRow.parse(
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  );
  const id = idOfEntryRow(parsed.rowKey);
  return {
    entry: {
      id,
      receivedAt: new Date(parsed.receivedAt || 0),
      problemId: parsed.problemId,
      diagnosis: {
        cause: parsed.cause,
        key: parsed.key,
        resolver: parsed.resolver,
        evidence: parsed.evidence,
      },
      rulesVersion: parsed.rulesVersion,
      report: reportOf(parsed, id),
    },
    rowKey: parsed.rowKey,
    etag: parsed.etag,
    live: parsed.live,
    cleanup: parsed.cleanup || undefined,
  };
}

function reportOf(row: EntryRow, id: string): ErrorEntry['report'] {
  return {
    occurredAt: new Date(occurredAtOf(id)),
    message: row.message,
    company: row.company,
    environment: row.environment,
    mapping: row.mapping,
    direction: row.direction,
    source: sideOf(row.sourceApp, row.sourceTable, row.sourceRecordId, row.sourceName, row.sourceUrl),
    destination: sideOf(
      row.destinationApp,
      row.destinationTable,
      row.destinationRecordId,
      row.destinationName,
      row.destinationUrl,
    ),
    callStack: row.callStack,
    errorId: row.errorId,
    jobId: row.jobId,
    jobType: row.jobType,
    language: row.language,
  };
}

function sideOf(
  app: RecordReference['app'] | undefined,
  table: string | undefined,
  recordId: string | undefined,
  name: string | undefined,
  url: string | undefined,
): RecordReference | undefined {
  return app && { app, table, recordId, name, url };
}
