import * as z from 'zod';
import { certaintyOf, type DiagnosisSubject } from '../../domain/diagnosis/diagnosis.ts';
import { causeTitle, explain } from '../../domain/diagnosis/explain.ts';
import { templateOf } from '../../domain/diagnosis/unrecognized.ts';
import type { Language } from '../../domain/language.ts';
import { type LinkSettings, recordLink } from '../../domain/links/record-link.ts';
import type { EntryStatus } from '../../domain/problems/decision.ts';
import { problemId } from '../../domain/problems/problem.ts';
import { entryId } from '../../domain/reports/entry-id.ts';
import type { ErrorEntry } from '../../domain/reports/error-entry.ts';
import {
  directionWord,
  jobTypeWord,
  type RecordReference,
  recordReference,
} from '../../domain/reports/error-report.ts';
import { causeWord, certaintyWord, entryStatusWord, resolverWord } from './words.ts';

/** A moment in an answer, UTC with milliseconds. */
export const moment = z.iso.datetime().meta({ example: '2026-11-22T06:12:03.120Z' });

const shortDiagnosis = z
  .strictObject({
    cause: causeWord,
    key: z.string().describe('Tells two problems of one cause apart: the privilege, the currency, …'),
    resolver: resolverWord,
    certainty: certaintyWord,
    title: z.string().describe('The cause in words, in the language of Accept-Language'),
  })
  .meta({ id: 'ShortDiagnosis' });

export const recordLinks = z
  .strictObject({ source: z.string().optional(), destination: z.string().optional() })
  .describe(
    'Links to the record in both apps: the one that was sent if it is https and of a known host, else one built from the settings',
  )
  .meta({ id: 'RecordLinks' });

/** A diagnosis with its explanation and steps. */
export const fullDiagnosis = shortDiagnosis
  .extend({
    evidence: z.string().describe('The piece of text, or the field, that decided the cause'),
    template: z
      .string()
      .optional()
      .describe(
        'Only of an unclassified text: its message with placeholders for values, as its occurrences share it',
      ),
    explanation: z.string(),
    steps: z.array(z.string()).describe('What to do, in order'),
    documentation: z.string().describe('A page with more about it'),
    checks: z.array(z.string()).describe('Checks of the validator that would confirm it'),
  })
  .meta({ id: 'Diagnosis' });

/** An error entry in a list. */
export const entryBody = z
  .strictObject({
    id: entryId,
    occurredAt: moment,
    receivedAt: moment,
    message: z.string(),
    company: z.string(),
    environment: z.string().optional(),
    mapping: z.string().optional(),
    direction: directionWord.optional(),
    source: recordReference.optional(),
    destination: recordReference.optional(),
    errorId: z.string().optional(),
    jobId: z.string().optional(),
    jobType: jobTypeWord.optional(),
    language: z.string().optional(),
    problemId,
    status: entryStatusWord,
    diagnosis: shortDiagnosis,
    links: recordLinks,
  })
  .meta({ id: 'ErrorEntry' });

/** An error entry with its call stack and its whole diagnosis. */
export const entryDetailBody = entryBody
  .extend({ callStack: z.string().optional(), diagnosis: fullDiagnosis })
  .meta({ id: 'ErrorEntryDetail' });

export function toEntryBody(
  entry: ErrorEntry,
  status: EntryStatus,
  language: Language,
  links: LinkSettings,
): z.output<typeof entryBody> {
  const { report, diagnosis } = entry;
  const { cause, key, resolver } = diagnosis;
  const { source, destination } = linksOf(entry, links);
  return {
    id: entry.id,
    occurredAt: report.occurredAt.toISOString(),
    receivedAt: entry.receivedAt.toISOString(),
    message: report.message,
    company: report.company,
    environment: report.environment,
    mapping: report.mapping,
    direction: report.direction,
    source: sideBody(report.source, source),
    destination: sideBody(report.destination, destination),
    errorId: report.errorId,
    jobId: report.jobId,
    jobType: report.jobType,
    language: report.language,
    problemId: entry.problemId,
    status,
    diagnosis: {
      cause,
      key,
      resolver,
      certainty: certaintyOf(key),
      title: causeTitle(cause, language, key),
    },
    links: { source, destination },
  };
}

export function toEntryDetailBody(
  entry: ErrorEntry,
  status: EntryStatus,
  language: Language,
  links: LinkSettings,
): z.output<typeof entryDetailBody> {
  return {
    ...toEntryBody(entry, status, language, links),
    callStack: entry.report.callStack,
    diagnosis: toDiagnosisBody(entry.diagnosis, entry.report, language),
  };
}

export function toDiagnosisBody(
  diagnosis: ErrorEntry['diagnosis'],
  subject: DiagnosisSubject,
  language: Language,
): z.output<typeof fullDiagnosis> {
  const { title, explanation, steps, documentation, checks } = explain(diagnosis, language);
  const { cause, key, resolver, evidence } = diagnosis;
  const short = { cause, key, resolver, certainty: certaintyOf(key), title };
  const template = templateOf(diagnosis, subject);
  return { ...short, evidence, template, explanation, steps: [...steps], documentation, checks: [...checks] };
}

/** Links to both sides of an entry that are safe to follow. */
export function linksOf(
  { report }: ErrorEntry,
  settings: LinkSettings,
): { readonly source: string | undefined; readonly destination: string | undefined } {
  const context = { company: report.company, environment: report.environment ?? '', ...settings };
  return {
    source: recordLink(report.source, context, report.destination),
    destination: recordLink(report.destination, context, report.source),
  };
}

function sideBody(side: RecordReference | undefined, url: string | undefined): RecordReference | undefined {
  return side && { ...side, url };
}
