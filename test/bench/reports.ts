import type * as z from 'zod';
import type { errorReport } from '../../shared/domain/reports/error-report.ts';
import { type MappingTexts, mappingTexts } from './texts.ts';

/** A report as a sender writes it. */
export type SentReport = z.input<typeof errorReport>;

const companies = ['CRONUS NL', 'CRONUS BE', 'CRONUS DE', 'CRONUS Trading'];
const callStack = `"CRM Integration Table Synch."(CodeUnit 5340).SynchRecordsToIntegrationTable line 54 - Base Application by Microsoft
"Integration Rec. Synch. Invoke"(CodeUnit 5345).SynchRecord line 71 - Base Application by Microsoft`;

/** One text in one mapping of one company. */
interface TextInPlace {
  readonly texts: MappingTexts;
  readonly message: string;
  readonly company: string;
}

/** Every third text occurs in all companies, the others in three of the four: 60 texts in 200 places. */
const textsInPlaces: readonly TextInPlace[] = mappingTexts
  .flatMap((texts) => [...texts.recognized, ...texts.unknown].map((message) => ({ texts, message })))
  .flatMap((text, index) =>
    companies
      .filter((_, number) => index % 3 === 0 || number !== index % 4)
      .map((company) => ({ ...text, company })),
  )
  // Texts of all mappings among the frequent ones.
  .map((value, index) => ({ value, order: drawn(index) }))
  .sort((one, other) => one.order - other.order)
  .map(({ value }) => value);

const records = 5000;
/** Business Central runs each mapping of a company so often, ms. */
const runEveryMs = 15 * 60_000;

/**
 * Reports of about 0.9 KiB each, evenly spread between two moments (ms since 1970), of 5,000 records that fail again and
 * again; some pairs have hundreds of them, some a dozen. Sets with different `series` have different reports.
 */
export function manyReports(count: number, from: number, to: number, series: string): SentReport[] {
  const first = numberOf(series);
  return Array.from({ length: count }, (_, index) => {
    const occurredAt = Math.floor(from + ((to - from) * index) / count);
    return reportOf(drawn(first + index) % records, occurredAt, `${series}-${padded(index, 8)}`);
  });
}

/** What only {@link rareReport} has. */
export const rare = { company: 'CRONUS Nord', word: 'wingtip' };

/** A report of a company and a name that no other report has. */
export function rareReport(occurredAt: number, series: string): SentReport {
  const report = reportOf(0, occurredAt, `${series}-rare`);
  return { ...report, company: rare.company, source: { ...report.source, name: 'Wingtip Toys' } };
}

function reportOf(record: number, occurredAt: number, name: string) {
  const place = Math.floor((record / records) ** 2 * textsInPlaces.length);
  const { texts, message, company } = textsInPlaces[place] ?? failPlace();
  const { mapping, table, entity } = texts;
  const no = `N${padded(10_000 + record, 5)}`;
  const id = `3f2504e0-4f89-41d3-9a0c-${padded(record, 12)}`;
  const run = Math.floor(occurredAt / runEveryMs);
  return {
    occurredAt: new Date(occurredAt).toISOString(),
    message: message.replaceAll('{no}', no).replaceAll('{id}', id),
    company,
    environment: 'Production',
    mapping,
    direction: 'to-integration-table' as const,
    source: { app: 'business-central' as const, table, recordId: `${table}: ${no}`, name: `Adatum ${no}` },
    destination: { app: 'dataverse' as const, table: entity, recordId: id, name: `Adatum ${no}` },
    callStack,
    errorId: `${name}-6d0e-4f11-9f89-000d3a2b4c5d`,
    jobId: `${padded(run, 8)}-0000-4000-8000-${padded(companies.indexOf(company), 4)}${padded(mappingTexts.indexOf(texts), 8)}`,
    jobType: 'synchronization' as const,
    language: 'en-US',
  };
}

function failPlace(): never {
  throw new Error('There are no texts');
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** A number below 2³², made from a text. */
function numberOf(text: string): number {
  let number = 0;
  for (let index = 0; index < text.length; index++)
    number = (Math.imul(number, 31) + text.charCodeAt(index)) >>> 0;
  return number;
}

/** A number below 2³² that looks drawn by lot: the same for the same index. */
function drawn(index: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
