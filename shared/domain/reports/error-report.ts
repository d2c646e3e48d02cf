import * as z from 'zod';
import { DateTimeError, parseDateTime } from './iso-date-time.ts';
import { cut, wellFormed } from './text-limits.ts';

/** Longest texts we keep, in UTF-16 units; one table property holds 32,768 (64 KiB). */
export const textLimits = { message: 8192, callStack: 30_000, url: 2048, other: 512 } as const;

/** A moment in time: ISO 8601 with zone in, `Date` out. */
export const dateTime = z
  .string()
  .transform((text, context) => {
    try {
      return parseDateTime(text);
    } catch (error) {
      if (!(error instanceof DateTimeError)) throw error;
      context.addIssue(error.message);
      return z.NEVER;
    }
  })
  .meta({ format: 'date-time', example: '2026-11-22T06:12:03.120Z' });

/** Free text: too long is cut, with a marker. */
const text = (limit: number) => z.string().overwrite((value) => cut(wellFormed(value), limit));

/** An id or a name: too long is refused, because a cut one would name something else. */
const name = (limit: number = textLimits.other) =>
  z.string().max(limit, `Longer than ${limit} characters, which no id or name here is`).overwrite(wellFormed);

/** The two directions of Business Central's option `Synch. Direction` that a run can have. */
export const directions = ['to-integration-table', 'from-integration-table'] as const;
/** One of the two directions. */
export type Direction = (typeof directions)[number];

/** Schema of a direction. */
export const directionWord = z.enum(directions).meta({ id: 'Direction' });

/** The two apps that synchronize. */
export const apps = ['business-central', 'dataverse'] as const;
/** One of the two apps. */
export type AppName = (typeof apps)[number];

/** Business Central's option `Type` of an integration synch. job. */
export const jobTypes = ['synchronization', 'uncoupling', 'coupling'] as const;

/** Schema of the type of a job. */
export const jobTypeWord = z.enum(jobTypes).meta({ id: 'JobType' });

/** One side of a failed synchronization; either may be missing, as in Business Central. */
export const recordReference = z
  .strictObject({
    app: z.enum(apps).meta({ id: 'AppName' }).describe('Which of the two apps holds the record'),
    table: name().optional().describe('Table name, such as Customer or account'),
    recordId: name().optional().describe('Record id as text, such as "Customer: 10000" or a GUID'),
    name: text(textLimits.other).optional().describe('What people call the record'),
    url: name(textLimits.url).optional().describe('Link to the record; shown if https and of a known host'),
  })
  .meta({ id: 'RecordReference' });

/** Output shape of {@link recordReference}. */
export type RecordReference = z.output<typeof recordReference>;

/** What a sender posts for one row of "Integration Synchronization Errors" (table 5339). */
export const errorReport = z
  .strictObject({
    occurredAt: dateTime.describe("Business Central's Date/Time of the error, ISO 8601 with zone"),
    message: text(textLimits.message).describe('Error Message as logged; may be empty'),
    company: name().min(1, 'Empty; give the name of the company').describe('Name of the company'),
    environment: name().optional().describe('Business Central environment, such as Production'),
    mapping: name().optional().describe('Integration table mapping, such as CUSTOMER'),
    direction: directionWord.optional(),
    source: recordReference.optional(),
    destination: recordReference.optional(),
    callStack: text(textLimits.callStack).optional().describe('Error call stack'),
    errorId: name()
      .optional()
      .describe("The sender's own id of the error: Business Central's SystemId of the row"),
    jobId: name().optional().describe('Integration synch. job ID'),
    jobType: jobTypeWord.optional(),
    language: text(textLimits.other).optional().describe('Language of the message, such as nl-NL'),
  })
  .meta({ id: 'ErrorReport' });

/** A checked report: well-formed texts within their limits, `occurredAt` a `Date`. */
export type ErrorReport = z.output<typeof errorReport>;
