import { randomBytes } from 'node:crypto';
import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type {
  DecisionRecord,
  Decisions,
  JointDecision,
  NewDecision,
  StepReference,
} from '../../domain/ports/decisions.ts';
import { type DecisionStep, decisionKey, historyLimit } from '../../domain/problems/decision.ts';
import { base32, ulid } from '../../domain/reports/ulid.ts';
import { entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import { allRows } from '../tables/pages.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import type { Row, Table } from '../tables/table-service.ts';
import { readable } from '../tables/unreadable-rows.ts';
import {
  beforeIn,
  beforeText,
  decisionRecordIn,
  decisionRowKey,
  decisionRowProperties,
  decisionSeenIn,
  keyOfDecisionRow,
  noteIn,
  noteProperties,
  seenProperties,
  stepsOfDecisionRow,
} from './decision-row.ts';
import type { DeskRows, RowToWrite } from './desk-rows.ts';
import { deskPartition as partition } from './desk-transaction.ts';
import { stepIn, stepProperties, stepRowKey, stepRowProperties } from './step-row.ts';

/** Keys that one query asks for; the service takes 15 comparisons. */
const keysPerQuery = 14;

/** Rows that one transaction deletes. */
const maxForgotten = 99;

const versionedRow = z.object({ etag: z.string() });

/** Decisions in the desk's table: rows `d…` with what is in force, rows `h…` with the steps that led to it. */
export class TableDecisions implements Decisions {
  readonly #table: Table;
  readonly #rows: DeskRows;
  readonly #checkFormat: () => Promise<void>;

  /** `checkFormat` rejects where the rows have another format: no call may read or change those. */
  constructor(table: Table, rows: DeskRows, checkFormat: () => Promise<void>) {
    this.#table = table;
    this.#rows = rows;
    this.#checkFormat = checkFormat;
  }

  async decision(key: string): Promise<DecisionRecord | undefined> {
    await this.#checkFormat();
    const row = await this.#rows.get(decisionRowKey(key));
    return row && decisionRecordIn(row);
  }

  async decisionsOf(keys: readonly string[]): Promise<ReadonlyMap<string, DecisionRecord>> {
    const rows = await this.#rowsOf(keys);
    return new Map(rows.map((row) => [keyOfDecisionRow(row), decisionRecordIn(row)]));
  }

  async notes(problemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const notes = new Map<string, string>();
    for (const { key, note } of readable(await this.#rowsOf(problemIds, noteProperties), noteIn))
      if (note) notes.set(key, note);
    return notes;
  }

  async recordNotes(problemId: string): Promise<ReadonlyMap<string, string>> {
    const start = decisionRowKey(decisionKey({ problemId, record: '' }));
    const rows = await this.#rows.between(start, `${start}~`, noteProperties);
    return new Map(
      readable(rows, noteIn).flatMap(({ key, note }) => (note ? [[key.slice(start.length - 1), note]] : [])),
    );
  }

  async #rowsOf(keys: readonly string[], select?: readonly string[]): Promise<Row[]> {
    const parts = Array.from({ length: Math.ceil(keys.length / keysPerQuery) }, (_, index) =>
      keys.slice(index * keysPerQuery, (index + 1) * keysPerQuery),
    );
    const found = await Promise.all(
      parts.map((part) => {
        const anyOf = part.map((key) => odata`RowKey eq ${decisionRowKey(key)}`).join(' or ');
        const filter = `${odata`PartitionKey eq ${partition}`} and (${anyOf})`;
        return allRows(this.#table, { filter, ...(select ? { select } : {}) });
      }),
    );
    return found.flat();
  }

  async history(problemId: string, { steps }: DecisionRecord): Promise<DecisionStep[]> {
    // Of decisions in the same millisecond the ids need not be in their order.
    const ids = steps.map(({ id }) => id);
    const [oldest = '', newest = ''] = [ids.toSorted()[0], ids.toSorted().at(-1)];
    if (ids.length === 0) return [];
    const range = odata`PartitionKey eq ${partition} and RowKey ge ${stepRowKey(oldest)} and RowKey le ${stepRowKey(newest)}`;
    const filter = `${range} and (${odata`problem eq ${problemId}`} or ${odata`problem eq ${''}`})`;
    const rows = await allRows(this.#table, { filter, select: stepProperties });
    const found = new Map(readable(rows, stepIn).map(({ id, step }) => [id, step]));
    return ids.map((id) => found.get(id)).filter((step) => step !== undefined);
  }

  async decisionsSeen() {
    return readable(await this.#rows.between('d', 'e', seenProperties), decisionSeenIn);
  }

  async saveDecision(decision: NewDecision, step?: DecisionStep): Promise<boolean> {
    await this.#checkFormat();
    const { problemId, at } = decision.decision;
    if (!step) return this.#rows.write(rowOf(decision, []));
    const id = ulid(at.getTime(), base32(randomBytes(10)));
    const { steps, forgotten } = withStep(decision.before, { id, isJoint: false, isUndone: false });
    const json = entityJson(partition, stepRowKey(id), stepRowProperties(problemId, step));
    return this.#rows.write(rowOf(decision, steps), [
      { kind: 'insert', rowKey: stepRowKey(id), json },
      // The row of a joint decision belongs to other histories too.
      ...forgotten.filter(({ isJoint }) => !isJoint).map((one) => deleteStep(one.id)),
    ]);
  }

  async saveJointDecision(
    id: string,
    decisions: readonly NewDecision[],
    step: DecisionStep,
  ): Promise<boolean> {
    await this.#checkFormat();
    const reference = { id, isJoint: true, isUndone: false };
    const rows = decisions.map((decision) =>
      operationOf(rowOf(decision, withStep(decision.before, reference).steps)),
    );
    const properties = {
      ...stepRowProperties(undefined, step),
      ...splitText('before', beforeText(decisions)),
    };
    return this.#rows.write({ rowKey: stepRowKey(id), properties }, rows);
  }

  async jointDecision(id: string): Promise<JointDecision | undefined> {
    await this.#checkFormat();
    const row = await this.#rows.get(stepRowKey(id));
    if (row?.['problem'] !== '') return undefined;
    const { at, undoneAt } = stepIn(row).step;
    const { etag } = versionedRow.parse(row);
    return { id, at, undoneAt, before: beforeIn(joinText('before', row)), version: etag };
  }

  undoJointDecision(
    { id, version }: JointDecision,
    restored: readonly NewDecision[],
    undoneAt: Date,
  ): Promise<boolean> {
    const rowKey = stepRowKey(id);
    const json = entityJson(partition, rowKey, { undoneAt: undoneAt.toISOString() });
    return this.#rows.submit([
      ...restored.map((decision) => {
        const steps = (decision.before?.steps ?? []).map((step) =>
          step.id === id ? { ...step, isUndone: true } : step,
        );
        return operationOf(rowOf(decision, steps));
      }),
      { kind: 'merge', rowKey, json, etag: version },
    ]);
  }

  async noteSeen(key: string, seenAt: Date, version: string): Promise<void> {
    const rowKey = decisionRowKey(key);
    const json = entityJson(partition, rowKey, { seenAt: seenAt.toISOString() });
    await this.#rows.submit([{ kind: 'merge', rowKey, json, etag: version }]);
  }

  async forgetDecision(key: string): Promise<void> {
    const record = await this.decision(key);
    if (!record) return;
    await this.#rows.submit([
      { kind: 'delete', rowKey: decisionRowKey(key), etag: record.version },
      ...record.steps.filter(({ isJoint }) => !isJoint).map(({ id }) => deleteStep(id)),
    ]);
  }

  async forgetJointDecisions(before: Date): Promise<number> {
    const end = stepRowKey(ulid(before.getTime(), '0'.repeat(16)));
    const range = odata`PartitionKey eq ${partition} and RowKey ge ${'h'} and RowKey lt ${end} and problem eq ${''}`;
    const rows = await allRows(this.#table, { filter: range, select: ['RowKey'] });
    const old = rows.map((row) => z.string().parse(row['rowKey']));
    if (old.length === 0) return 0;
    const named = readable(await this.#rows.between('d', 'e', ['RowKey', 'steps']), stepsOfDecisionRow);
    const kept = new Set(named.flat().map(({ id }) => stepRowKey(id)));
    const forgotten = old.filter((rowKey) => !kept.has(rowKey)).slice(0, maxForgotten);
    if (forgotten.length > 0)
      await this.#rows.submit(forgotten.map((rowKey) => ({ kind: 'delete', rowKey, etag: '*' })));
    return forgotten.length;
  }
}

function rowOf(decision: NewDecision, steps: readonly StepReference[]): RowToWrite {
  return {
    rowKey: decisionRowKey(decisionKey(decision.decision)),
    properties: decisionRowProperties(decision, steps),
    etag: decision.before?.version,
  };
}

function operationOf({ rowKey, properties, etag }: RowToWrite): TransactionOperation {
  const json = entityJson(partition, rowKey, properties);
  return etag ? { kind: 'replace', rowKey, json, etag } : { kind: 'insert', rowKey, json };
}

/** The steps with one more, and those that are forgotten for it. */
function withStep(before: DecisionRecord | undefined, step: StepReference) {
  const steps = [...(before?.steps ?? []), step];
  const forgotten = steps.splice(0, Math.max(0, steps.length - historyLimit));
  return { steps, forgotten };
}

function deleteStep(id: string): TransactionOperation {
  return { kind: 'delete', rowKey: stepRowKey(id), etag: '*' };
}
