import * as z from 'zod';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import { occurredAtOf } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { apps, directions, jobTypes, type RecordReference } from '../../domain/reports/error-report.ts';
import { toJson } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import type { Row } from '../tables/table-service.ts';
import { idOfEntryRow } from './row-keys.ts';

/**
 * The properties of an entry's row as a JSON object, without its keys and its commit. Fields that are never filtered
 * share one JSON property: each property costs every read and write.
 */
export function entryPropertiesJson(entry: ErrorEntry): string {
  const { report, diagnosis, rulesVersion } = entry;
  const { errorId, jobId, jobType, language } = report;
  // JSON leaves out what is undefined.
  return toJson({
    live: true,
    receivedAt: entry.receivedAt,
    company: report.company,
    environment: report.environment,
    mapping: report.mapping,
    direction: report.direction,
    source: sideText(report.source),
    sourceRecordId: report.source?.recordId,
    destination: sideText(report.destination),
    destinationRecordId: report.destination?.recordId,
    message: report.message,
    callStack: report.callStack,
    sender: JSON.stringify({ errorId, jobId, jobType, language }),
    problemId: entry.problemId,
    diagnosis: JSON.stringify({ ...diagnosis, rulesVersion }),
  });
}

function sideText(side: RecordReference | undefined): string | undefined {
  if (!side) return undefined;
  const { app, table, name, url } = side;
  return JSON.stringify({ app, table, name, url });
}

/** A property that holds JSON. */
const jsonText = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);

const storedSide = jsonText(
  z.object({
    app: z.enum(apps),
    table: z.string().optional(),
    name: z.string().optional(),
    url: z.string().optional(),
  }),
);

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
  source: storedSide.optional(),
  sourceRecordId: z.string().optional(),
  destination: storedSide.optional(),
  destinationRecordId: z.string().optional(),
  message: z.string().default(''),
  callStack: z.string().optional(),
  sender: jsonText(
    z.object({
      errorId: z.string().optional(),
      jobId: z.string().optional(),
      jobType: z.enum(jobTypes).optional(),
      language: z.string().optional(),
    }),
  ).optional(),
  problemId: z.string().default(''),
  diagnosis: jsonText(
    z.object({
      cause: z.enum(causes),
      key: z.string(),
      resolver: z.enum(resolvers),
      evidence: z.string(),
      rulesVersion: z.number(),
    }),
  ).default({ cause: 'unclassified', key: '', resolver: 'unknown', evidence: '', rulesVersion: 0 }),
});

type EntryRow = z.output<typeof entryRow>;

/** What a list selects: all but the call stack. */
export const listedProperties = propertiesOf(entryRow.omit({ callStack: true }));

/** What counting and removing select: which entry it is, of which problem, and who hides it. */
export const problemProperties = propertiesOf(
  entryRow.pick({
    rowKey: true,
    company: true,
    environment: true,
    mapping: true,
    direction: true,
    problemId: true,
    diagnosis: true,
    live: true,
    cleanup: true,
  }),
);

/** An entry as it is stored, and whether readers may see it. */
export interface StoredEntry {
  readonly entry: ErrorEntry;
  readonly rowKey: string;
  readonly etag: string;
  /** False once a filtered clean-up flagged it or it was deleted. */
  readonly live: boolean;
  /** The clean-up that flagged it. */
  readonly cleanup: string | undefined;
}

/** The entry in a row; properties that were not selected are absent or empty. */
export function storedEntryOf(row: Row): StoredEntry {
  // A selected property that the row does not have may come back as null.
  const parsed = entryRow.parse(
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  );
  const id = idOfEntryRow(parsed.rowKey);
  const { rulesVersion, ...diagnosis } = parsed.diagnosis;
  return {
    entry: {
      id,
      receivedAt: new Date(parsed.receivedAt || 0),
      problemId: parsed.problemId,
      diagnosis,
      rulesVersion,
      report: reportOf(parsed, id),
    },
    rowKey: parsed.rowKey,
    etag: parsed.etag,
    live: parsed.live,
    cleanup: parsed.cleanup || undefined,
  };
}

function reportOf(row: EntryRow, id: string): ErrorEntry['report'] {
  const { source, sourceRecordId, destination, destinationRecordId } = row;
  return {
    occurredAt: new Date(occurredAtOf(id)),
    message: row.message,
    company: row.company,
    environment: row.environment,
    mapping: row.mapping,
    direction: row.direction,
    source: source && { ...source, recordId: sourceRecordId },
    destination: destination && { ...destination, recordId: destinationRecordId },
    callStack: row.callStack,
    errorId: row.sender?.errorId,
    jobId: row.sender?.jobId,
    jobType: row.sender?.jobType,
    language: row.sender?.language,
  };
}
