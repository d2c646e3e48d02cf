import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { errorReport } from '../../shared/domain/reports/error-report.ts';
import type { Incident, Occurrence } from './incident.ts';
import { incidents } from './incidents.ts';

/** A report as a sender writes it. */
export type DemoReport = z.input<typeof errorReport>;

const environment = 'Production';
const minuteMs = 60_000;

/**
 * 300 errors of two companies in the 24 hours from `start` on (ms since 1970, a full hour), oldest first: the same story
 * whatever the start. The same start gives the same errors, so sending them again stores nothing new.
 */
export function errorsOfDay(start: number): DemoReport[] {
  return incidents
    .flatMap((incident, number) =>
      Array.from({ length: incident.count }, (_, index) =>
        reportOf(incident, start, index, `${number} ${index}`),
      ),
    )
    .sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
}

function reportOf(incident: Incident, start: number, index: number, name: string): DemoReport {
  const { company, mapping, direction, language, jobType = 'synchronization' } = incident;
  const draw = (count: number, purpose: string) => numberOf(`${name} ${purpose}`) % count;
  const occurrence: Occurrence = { index, draw, guid: (record) => guidOf(`${company}${mapping}${record}`) };
  const [from, until] = incident.between;
  // Jobs start every half hour and log their errors within the next 90 seconds.
  const minutes = from * 60 + draw((until - from) * 2, 'run') * 30;
  const occurredAt = new Date(start + minutes * minuteMs + draw(90_000, 'moment')).toISOString();
  const { message, source, destination } = incident.report(occurrence);
  return {
    occurredAt,
    message,
    company,
    environment,
    mapping,
    direction,
    ...(source ? { source } : {}),
    ...(destination ? { destination } : {}),
    ...(incident.callStack ? { callStack: incident.callStack } : {}),
    errorId: guidOf(`${start} ${name}`),
    jobId: guidOf(`${company}${mapping}${direction}${start + minutes * minuteMs}`),
    jobType,
    language,
  };
}

/** A GUID made from a hash of the text. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A number below 2³², made from a hash of the text. */
function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
