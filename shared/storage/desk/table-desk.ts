import { randomBytes } from 'node:crypto';
import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { Cleanup } from '../../domain/cleanups/cleanup.ts';
import type { DecisionRecord, Desk, DeskState, DropMark, NewDecision } from '../../domain/ports/desk.ts';
import { type Decision, type DecisionStep, historyLimit } from '../../domain/problems/decision.ts';
import { base32, ulid, ulidParts } from '../../domain/reports/ulid.ts';
import { entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import { pagesOf } from '../tables/pages.ts';
import { deskTable } from '../tables/table-names.ts';
import { maxPageRows, type Row, type Table, type TableService } from '../tables/table-service.ts';
import { readable } from '../tables/unreadable-rows.ts';
import { cleanupIn, cleanupProperties, cleanupRowKey, cleanupRowProperties } from './cleanup-row.ts';
import {
  decisionIn,
  decisionProperties,
  decisionRecordIn,
  decisionRowKey,
  decisionRowProperties,
  decisionSeenIn,
  noteIn,
  noteProperties,
  seenProperties,
  stepIn,
  stepRowKey,
  stepRowProperties,
} from './decision-row.ts';
import { DeskRows } from './desk-rows.ts';
import { deskPartition as partition } from './desk-transaction.ts';
import { checkFormat, formatRowKey } from './row-format.ts';

const tokenKeyRow = 'k';

const keyRow = z.object({ key: z.string().min(32) });
const versionedRow = z.object({ etag: z.string() });
const markRow = z.object({ rowKey: z.string(), markedAt: z.iso.datetime() });

/** How long clean-ups and decisions are cached, ms. */
const stateLifeMs = 5000;
/** Keys that one query asks for; the service takes 15 comparisons. */
const keysPerQuery = 14;

/**
 * The desk on the table `<prefix>desk`: one partition, rows `a` format, `c…` clean-ups, `d…` decisions, `h…` steps of
 * histories, `k` the token key, `x…` marks of days that are to be dropped.
 */
export class TableDesk implements Desk {
  readonly #table: Table;
  readonly #rows: DeskRows;
  readonly #clock: () => number;
  #cached: { readonly at: number; readonly state: Promise<DeskState> } | undefined;
  #tokenKey: Promise<string> | undefined;
  #isFormatKnown = false;

  constructor(tables: TableService, prefix: string, clock: () => number = () => performance.now()) {
    this.#table = tables.table(deskTable(prefix));
    this.#clock = clock;
    this.#rows = new DeskRows(this.#table, () => {
      this.#cached = undefined;
    });
  }

  /**
   * Asks storage for the format of the rows, whether it is there yet or not.
   * @throws {AppError} storage-unavailable, unknown-format
   */
  async ping(): Promise<void> {
    const filter = odata`PartitionKey eq ${partition} and RowKey eq ${formatRowKey}`;
    const { rows } = await this.#table.query({ filter, select: ['format'], top: 1 });
    if (rows[0]) await checkFormat(this.#rows, rows[0]);
  }

  state(): Promise<DeskState> {
    const isFresh = this.#cached && this.#clock() - this.#cached.at < stateLifeMs;
    return isFresh && this.#cached ? this.#cached.state : this.freshState();
  }

  freshState(): Promise<DeskState> {
    const cached = { at: this.#clock(), state: this.#readState() };
    this.#cached = cached;
    cached.state.catch(() => {
      if (this.#cached === cached) this.#cached = undefined;
    });
    return cached.state;
  }

  async #readState(): Promise<DeskState> {
    const select = [...new Set(['format', ...cleanupProperties, ...decisionProperties])];
    const rows = await this.#rows.between(formatRowKey, 'e', select);
    const ofKind = (kind: string) => rows.filter((row) => String(row['rowKey']).startsWith(kind));
    await checkFormat(this.#rows, ofKind(formatRowKey)[0]);
    this.#isFormatKnown = true;
    const decisions = readable(ofKind('d'), decisionIn);
    return {
      cleanups: readable(ofKind('c'), cleanupIn),
      decisions: new Map(decisions.map((decision): [string, Decision] => [decision.problemId, decision])),
    };
  }

  /** Reads the format unless this instance has seen it: no call may read or change rows of another one. */
  async #checkFormat(): Promise<void> {
    if (!this.#isFormatKnown) await this.state();
  }

  tokenKey(): Promise<string> {
    this.#tokenKey ??= this.#readTokenKey();
    this.#tokenKey.catch(() => {
      this.#tokenKey = undefined;
    });
    return this.#tokenKey;
  }

  async #readTokenKey(): Promise<string> {
    // The format comes first: a table without it is taken for one of another version.
    await this.state();
    const row = await this.#rows.get(tokenKeyRow);
    if (row) return keyRow.parse(row).key;
    const key = randomBytes(32).toString('base64url');
    if (await this.#rows.write({ rowKey: tokenKeyRow, properties: { key } })) return key;
    return keyRow.parse(await this.#rows.get(tokenKeyRow)).key;
  }

  async cleanup(id: string) {
    await this.#checkFormat();
    const row = await this.#rows.get(cleanupRowKey(id));
    const [cleanup] = readable(row ? [row] : [], cleanupIn);
    return cleanup && { cleanup, version: versionedRow.parse(row).etag };
  }

  async cleanups(most: number, before?: string): Promise<Cleanup[]> {
    await this.#checkFormat();
    const start = before ? odata`RowKey gt ${cleanupRowKey(before)}` : odata`RowKey ge ${'c'}`;
    const filter = `${odata`PartitionKey eq ${partition}`} and ${start} and ${odata`RowKey lt ${'d'}`}`;
    const cleanups: Cleanup[] = [];
    for await (const { rows } of pagesOf(this.#table, { filter, top: Math.min(most, maxPageRows) })) {
      cleanups.push(...readable(rows, cleanupIn));
      if (cleanups.length >= most) break;
    }
    return cleanups.slice(0, most);
  }

  async addCleanup(cleanup: Cleanup): Promise<boolean> {
    await this.#checkFormat();
    return this.#rows.write({ rowKey: cleanupRowKey(cleanup.id), properties: cleanupRowProperties(cleanup) });
  }

  changeCleanup(cleanup: Cleanup, version: string): Promise<boolean> {
    const properties = cleanupRowProperties(cleanup);
    return this.#rows.write({ rowKey: cleanupRowKey(cleanup.id), properties, etag: version });
  }

  async forgetCleanup(id: string): Promise<void> {
    await this.#rows.delete(cleanupRowKey(id));
  }

  async decision(problemId: string): Promise<DecisionRecord | undefined> {
    await this.#checkFormat();
    const row = await this.#rows.get(decisionRowKey(problemId));
    return row && decisionRecordIn(row);
  }

  async notes(problemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const notes = new Map<string, string>();
    for (let start = 0; start < problemIds.length; start += keysPerQuery) {
      const keys = problemIds.slice(start, start + keysPerQuery).map(decisionRowKey);
      const anyOf = keys.map((key) => odata`RowKey eq ${key}`).join(' or ');
      const filter = `${odata`PartitionKey eq ${partition}`} and (${anyOf})`;
      for await (const { rows } of pagesOf(this.#table, { filter, select: noteProperties }))
        for (const { problemId, note } of readable(rows, noteIn)) if (note) notes.set(problemId, note);
    }
    return notes;
  }

  async history(problemId: string, { steps }: DecisionRecord): Promise<DecisionStep[]> {
    if (steps.length === 0) return [];
    // Clocks of instances differ: the first step need not have the smallest id.
    const sorted = steps.map(stepRowKey).sort();
    const range = odata`PartitionKey eq ${partition} and RowKey ge ${sorted[0]} and RowKey le ${sorted.at(-1)}`;
    const rows = new Map<unknown, Row>();
    const filter = `${range} and ${odata`problem eq ${problemId}`}`;
    for await (const page of pagesOf(this.#table, { filter }))
      for (const row of page.rows) rows.set(row['rowKey'], row);
    const inOrder = steps.map((step) => rows.get(stepRowKey(step))).filter((row) => row !== undefined);
    return readable(inOrder, stepIn);
  }

  async decisionsSeen() {
    return readable(await this.#rows.between('d', 'e', seenProperties), decisionSeenIn);
  }

  async saveDecision(decision: NewDecision, before: DecisionRecord | undefined): Promise<boolean> {
    await this.#checkFormat();
    const { problemId, at } = decision.decision;
    const rowKey = decisionRowKey(problemId);
    // In the order in which they were taken, however late the clock of this instance is.
    const last = before?.steps.at(-1);
    const time = Math.max(at.getTime(), last === undefined ? 0 : ulidParts(last).time + 1);
    const id = ulid(time, base32(randomBytes(10)));
    const steps = [...(before?.steps ?? []), id];
    const forgotten = steps.splice(0, Math.max(0, steps.length - historyLimit));
    const json = entityJson(partition, stepRowKey(id), stepRowProperties(problemId, decision.step));
    return this.#rows.write(
      { rowKey, properties: decisionRowProperties(decision, steps), etag: before?.version },
      [
        { kind: 'insert', rowKey: stepRowKey(id), json },
        ...forgotten.map(
          (step): TransactionOperation => ({ kind: 'delete', rowKey: stepRowKey(step), etag: '*' }),
        ),
      ],
    );
  }

  async noteSeen(problemId: string, seenAt: Date, version: string): Promise<void> {
    const rowKey = decisionRowKey(problemId);
    const json = entityJson(partition, rowKey, { seenAt: seenAt.toISOString() });
    await this.#rows.submit([{ kind: 'merge', rowKey, json, etag: version }]);
  }

  async forgetDecision(problemId: string): Promise<void> {
    const record = await this.decision(problemId);
    if (!record) return;
    const { steps, version } = record;
    await this.#rows.submit([
      { kind: 'delete', rowKey: decisionRowKey(problemId), etag: version },
      ...steps.slice(-99).map(
        (step): TransactionOperation => ({
          kind: 'delete',
          rowKey: stepRowKey(step),
          etag: '*',
        }),
      ),
    ]);
  }

  async dropMarks(): Promise<DropMark[]> {
    return readable(await this.#rows.between('x', 'y'), (row) => {
      const { rowKey, markedAt } = markRow.parse(row);
      return { day: rowKey.slice(1), markedAt: new Date(markedAt) };
    });
  }

  async markForDrop({ day, markedAt }: DropMark): Promise<void> {
    await this.#checkFormat();
    // One that a newer version wrote so that it cannot be read is replaced: the table would be kept for ever.
    const rowKey = `x${day}`;
    const json = entityJson(partition, rowKey, { markedAt: markedAt.toISOString() });
    await this.#rows.submit([{ kind: 'upsert', rowKey, json }]);
  }

  async unmarkForDrop(day: string): Promise<void> {
    await this.#rows.delete(`x${day}`);
  }
}
