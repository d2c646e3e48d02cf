import * as z from 'zod';
import { causes, resolvers } from '../../domain/diagnosis/causes.ts';
import type { PairFacts } from '../../domain/problems/problem.ts';
import { pairIdPattern, problemIdOf } from '../../domain/problems/problem.ts';
import { occurredAtOf } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import { apps, directions, jobTypes, type RecordReference } from '../../domain/reports/error-report.ts';
import { ulidPattern } from '../../domain/reports/ulid.ts';
import { toJson } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import { storedJson } from '../tables/stored-json.ts';
import type { Row } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { idOfEntryRow } from './row-keys.ts';

/**
 * The properties of an entry's row as a JSON object, without the keys and the name of the transaction that stores it.
 * What storage filters by has a property of its own, as the entry is counted. Fields that are never filtered share one
 * JSON property: each property costs every read and write.
 */
export function entryPropertiesJson(entry: ErrorEntry): string {
  const { report, diagnosis, counted, rulesVersion } = entry;
  const { errorId, jobId, jobType, language } = report;
  const { cause, key, resolver, evidence } = diagnosis;
  const isCountedAsDiagnosed =
    counted.cause === cause && counted.resolver === resolver && counted.key === key;
  // What is undefined is left out of JSON.
  return toJson({
    live: true,
    receivedAt: entry.receivedAt,
    epoch: entry.epoch || undefined,
    company: report.company,
    environment: report.environment,
    mapping: report.mapping,
    direction: report.direction,
    cause: counted.cause,
    resolver: counted.resolver,
    pair: entry.pairId,
    // Counted without its place, as there are too many of them.
    placeless: counted.company === '' || undefined,
    source: sideText(report.source),
    sourceRecordId: report.source?.recordId,
    destination: sideText(report.destination),
    destinationRecordId: report.destination?.recordId,
    message: report.message,
    callStack: report.callStack,
    sender: JSON.stringify({ errorId, jobId, jobType, language }),
    diagnosis: JSON.stringify({
      key,
      evidence,
      rulesVersion,
      ...(isCountedAsDiagnosed ? {} : { cause, resolver, countedKey: counted.key }),
    }),
  });
}

function sideText(side: RecordReference | undefined): string | undefined {
  if (!side) return undefined;
  const { app, table, name, url } = side;
  return JSON.stringify({ app, table, name, url });
}

/** A property that holds JSON. */
const jsonText = <Schema extends z.ZodType>(schema: Schema) => storedJson.pipe(schema).optional();

/** A word from a list; one of a newer version is read as absent. */
const wordOf = <Word extends string>(words: readonly Word[]) => z.enum(words).optional().catch(undefined);

const storedSide = jsonText(
  z.object({
    app: z.enum(apps),
    table: z.string().optional(),
    name: z.string().optional(),
    url: z.string().optional(),
  }),
).catch(undefined);

const entryRow = z.object({
  rowKey: z.string(),
  etag: z.string().default(''),
  live: z.boolean(),
  cleanup: z.string().optional(),
  receivedAt: z.iso.datetime().catch(''),
  epoch: z.string().default(''),
  company: z.string().default(''),
  environment: z.string().optional(),
  mapping: z.string().optional(),
  direction: wordOf(directions),
  cause: z.enum(causes).catch('unclassified'),
  resolver: z.enum(resolvers).catch('unknown'),
  pair: z.string().default(''),
  placeless: z.boolean().optional().catch(undefined),
  source: storedSide,
  sourceRecordId: z.string().optional(),
  destination: storedSide,
  destinationRecordId: z.string().optional(),
  message: z.string().default(''),
  callStack: z.string().optional(),
  sender: jsonText(
    z.object({
      errorId: z.string().optional(),
      jobId: z.string().optional(),
      jobType: wordOf(jobTypes),
      language: z.string().optional(),
    }),
  ).catch(undefined),
  diagnosis: jsonText(
    z.object({
      key: z.string(),
      evidence: z.string(),
      rulesVersion: z.number(),
      cause: wordOf(causes),
      resolver: wordOf(resolvers),
      countedKey: z.string().optional(),
    }),
  ).catch(undefined),
});

type EntryRow = z.output<typeof entryRow>;

/** What a list selects: all but the call stack. */
export const listedProperties = propertiesOf(entryRow.omit({ callStack: true }));

/** What a change of the entry selects: how it is counted, of which record, and who hides it. */
export const countedProperties = propertiesOf(
  entryRow.omit({ callStack: true, message: true, diagnosis: true }),
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

/** The entry in a row; properties that were not asked for are absent or empty. Throws where it cannot be read. */
export function storedEntryOf(row: Row): StoredEntry {
  // A selected property that the row does not have may come back as null.
  const parsed = entryRow.parse(
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  );
  const id = idOfEntryRow(parsed.rowKey);
  if (!isCountable(parsed)) throw new RangeError('Not counted in a way that this version knows');
  const { cause, resolver, diagnosis } = parsed;
  const key = diagnosis?.key ?? '';
  return {
    entry: {
      id,
      receivedAt: new Date(parsed.receivedAt || 0),
      epoch: parsed.epoch,
      pairId: parsed.pair,
      problemId: problemIdOf(parsed.pair),
      counted: countedOf(parsed, diagnosis?.countedKey ?? key),
      diagnosis: {
        cause: diagnosis?.cause ?? cause,
        key,
        resolver: diagnosis?.resolver ?? resolver,
        evidence: diagnosis?.evidence ?? '',
      },
      rulesVersion: diagnosis?.rulesVersion ?? 0,
      report: reportOf(parsed, id),
    },
    rowKey: parsed.rowKey,
    etag: parsed.etag,
    live: parsed.live,
    cleanup: parsed.cleanup || undefined,
  };
}

/** Whether an entry that is shown, or can be shown again, says where it is counted. */
function isCountable({ live, cleanup, pair, epoch }: EntryRow): boolean {
  if (!live && !cleanup) return true;
  return pairIdPattern.test(pair) && (epoch === '' || ulidPattern.test(epoch));
}

/** The entries in rows; one that cannot be read is left out and noted. */
export function storedEntriesOf(rows: readonly Row[]): StoredEntry[] {
  const entries: StoredEntry[] = [];
  for (const row of rows) {
    try {
      entries.push(storedEntryOf(row));
    } catch {
      // A newer version may have written it: what cannot be read must not hide the rest.
      noteUnreadableRow();
    }
  }
  return entries;
}

function countedOf(row: EntryRow, key: string): PairFacts {
  const { environment = '', company, mapping = '', direction = '', cause, resolver } = row;
  if (row.placeless) return { environment, company: '', mapping: '', direction: '', cause, key, resolver };
  return { environment, company, mapping, direction, cause, key, resolver };
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
