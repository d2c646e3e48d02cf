import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { errorReport } from '../../shared/domain/reports/error-report.ts';
import { type Incident, incidents, type Occurrence } from './incidents.ts';

/** A report as a sender writes it. */
export type DemoReport = z.input<typeof errorReport>;

const environment = 'Production';
const minuteMs = 60_000;

/**
 * The errors of one UTC day (such as `2026-11-22`) of two companies, oldest first: about 300. The same day gives the
 * same errors, so that sending them again stores nothing new.
 */
export function errorsOfDay(day: string): DemoReport[] {
  const start = Date.parse(`${day}T00:00:00Z`);
  return incidents
    .flatMap((incident, number) =>
      Array.from({ length: incident.count }, (_, index) =>
        reportOf(incident, start, index, idOf(day, number, index)),
      ),
    )
    .sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : 1));
}

function reportOf(incident: Incident, start: number, index: number, errorId: string): DemoReport {
  const { company, mapping, direction, language, jobType = 'synchronization' } = incident;
  const draw = (values: number, salt: string) => numberOf(`${errorId}${salt}`) % values;
  const occurrence: Occurrence = { index, draw, guid: (salt) => guidOf(`${company}${mapping}${salt}`) };
  const [from, until] = incident.between;
  // Jobs run at the half hours; what they meet comes within seconds.
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
    errorId,
    jobId: guidOf(`${company}${mapping}${direction}${start + minutes * minuteMs}`),
    jobType,
    language,
  };
}

function idOf(day: string, incident: number, index: number): string {
  return guidOf(`${day} ${incident} ${index}`);
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
