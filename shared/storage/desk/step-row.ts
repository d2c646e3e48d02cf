import * as z from 'zod';
import { type DecisionStep, decidedStatuses } from '../../domain/problems/decision.ts';
import type { EntityProperties } from '../tables/entity-group-transaction.ts';
import { propertiesOf } from '../tables/row-properties.ts';
import type { Row } from '../tables/table-service.ts';
import { storedDate } from './stored-moment.ts';

const stepRow = z.object({
  rowKey: z.string(),
  problem: z.string(),
  at: storedDate,
  by: z.string(),
  status: z.enum(decidedStatuses),
  until: storedDate.nullish(),
  note: z.string().nullish(),
  undoneAt: storedDate.nullish(),
});

/** What a query for steps selects: not what the problems of a joint decision had before. */
export const stepProperties = propertiesOf(stepRow);

/** Row key of a step of a history; ascending is oldest first. */
export function stepRowKey(step: string): string {
  return `h${step}`;
}

/** The properties of a row that holds one step: of the history of a problem, or, without one, of many. */
export function stepRowProperties(problemId: string | undefined, step: DecisionStep): EntityProperties {
  return {
    problem: problemId ?? '',
    at: step.at.toISOString(),
    by: step.by,
    status: step.status,
    ...(step.until ? { until: step.until.toISOString() } : {}),
    ...(step.note === undefined ? {} : { note: step.note }),
  };
}

/** A step with its id. Throws where it cannot be read. */
export function stepIn(row: Row): { readonly id: string; readonly step: DecisionStep } {
  const { rowKey, problem, until, note, undoneAt, ...rest } = stepRow.parse(row);
  const id = rowKey.slice(1);
  return {
    id,
    step: {
      ...rest,
      jointId: problem === '' ? id : undefined,
      until: until ?? undefined,
      note: note ?? undefined,
      undoneAt: undoneAt ?? undefined,
    },
  };
}
