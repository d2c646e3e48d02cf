import { randomBytes, randomUUID } from 'node:crypto';
import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { Cleanup } from '../../domain/cleanups/cleanup.ts';
import type { Desk, DeskState } from '../../domain/ports/desk.ts';
import type { Decision } from '../../domain/problems/decision.ts';
import {
  type EntityProperties,
  entityJson,
  type TransactionOperation,
} from '../tables/entity-group-transaction.ts';
import { pagesOf } from '../tables/pages.ts';
import { deskTable } from '../tables/table-names.ts';
import { maxPageRows, type Row, type Table, type TableService } from '../tables/table-service.ts';
import { cleanupIn, cleanupProperties, cleanupRowKey, cleanupRowProperties } from './cleanup-row.ts';
import {
  decisionIn,
  decisionProperties,
  decisionRecordIn,
  decisionRowKey,
  decisionRowProperties,
  decisionSeenIn,
  seenProperties,
} from './decision-row.ts';
import { changeDeskRow, deskPartition as partition } from './desk-transaction.ts';

const tokenKeyRow = 'k';

const keyRow = z.object({ key: z.string().min(32) });
const versionedRow = z.object({ etag: z.string(), write: z.string().nullish() });

/** How long clean-ups and decisions are cached, ms. */
const stateLifeMs = 5000;

/** The desk on the table `<prefix>desk`: one partition, rows `c…` clean-ups, `d…` decisions, `k` the token key. */
export class TableDesk implements Desk {
  readonly #table: Table;
  readonly #clock: () => number;
  #cached: { readonly at: number; readonly state: Promise<DeskState> } | undefined;
  #tokenKey: Promise<string> | undefined;

  constructor(tables: TableService, prefix: string, clock: () => number = () => performance.now()) {
    this.#table = tables.table(deskTable(prefix));
    this.#clock = clock;
  }

  /**
   * Asks storage for one key, whether it is there or not.
   * @throws {AppError} storage-unavailable
   */
  async ping(): Promise<void> {
    const filter = odata`PartitionKey eq ${partition} and RowKey eq ${tokenKeyRow}`;
    await this.#table.query({ filter, select: ['RowKey'], top: 1 });
  }

  state(): Promise<DeskState> {
    const now = this.#clock();
    if (this.#cached && now - this.#cached.at < stateLifeMs) return this.#cached.state;
    const cached = { at: now, state: this.#readState() };
    this.#cached = cached;
    cached.state.catch(() => {
      if (this.#cached === cached) this.#cached = undefined;
    });
    return cached.state;
  }

  async #readState(): Promise<DeskState> {
    const cleanups: Cleanup[] = [];
    const decisions = new Map<string, Decision>();
    const select = [...new Set([...cleanupProperties, ...decisionProperties])];
    for (const row of await this.#rows('c', 'e', select)) {
      if (String(row['rowKey']).startsWith('c')) cleanups.push(cleanupIn(row));
      else {
        const decision = decisionIn(row);
        decisions.set(decision.problemId, decision);
      }
    }
    return { cleanups, decisions };
  }

  tokenKey(): Promise<string> {
    this.#tokenKey ??= this.#readTokenKey();
    this.#tokenKey.catch(() => {
      this.#tokenKey = undefined;
    });
    return this.#tokenKey;
  }

  async #readTokenKey(): Promise<string> {
    const row = await this.#table.get(partition, tokenKeyRow);
    if (row) return keyRow.parse(row).key;
    const key = randomBytes(32).toString('base64url');
    if (await this.#insert(tokenKeyRow, { key })) return key;
    return keyRow.parse(await this.#table.get(partition, tokenKeyRow)).key;
  }

  async cleanup(id: string) {
    const row = await this.#table.get(partition, cleanupRowKey(id));
    return row && { cleanup: cleanupIn(row), version: versionedRow.parse(row).etag };
  }

  async cleanups(most: number, before?: string): Promise<Cleanup[]> {
    const start = before ? odata`RowKey gt ${cleanupRowKey(before)}` : odata`RowKey ge ${'c'}`;
    const filter = `${odata`PartitionKey eq ${partition}`} and ${start} and ${odata`RowKey lt ${'d'}`}`;
    const rows: Row[] = [];
    for await (const page of pagesOf(this.#table, { filter, top: Math.min(most, maxPageRows) })) {
      rows.push(...page.rows);
      if (rows.length >= most) break;
    }
    return rows.slice(0, most).map(cleanupIn);
  }

  addCleanup(cleanup: Cleanup): Promise<boolean> {
    return this.#insert(cleanupRowKey(cleanup.id), cleanupRowProperties(cleanup));
  }

  changeCleanup(cleanup: Cleanup, version: string): Promise<boolean> {
    return this.#write(cleanupRowKey(cleanup.id), cleanupRowProperties(cleanup), version);
  }

  async forgetCleanup(id: string): Promise<void> {
    await this.#delete(cleanupRowKey(id), '*');
  }

  async decision(problemId: string) {
    const row = await this.#table.get(partition, decisionRowKey(problemId));
    return row && decisionRecordIn(row);
  }

  async decisionsSeen() {
    return (await this.#rows('d', 'e', seenProperties)).map(decisionSeenIn);
  }

  saveDecision(record: Parameters<Desk['saveDecision']>[0], version: string | undefined): Promise<boolean> {
    const rowKey = decisionRowKey(record.decision.problemId);
    const properties = decisionRowProperties(record);
    return version === undefined
      ? this.#insert(rowKey, properties)
      : this.#write(rowKey, properties, version);
  }

  async noteSeen(problemId: string, seenAt: Date, version: string): Promise<void> {
    const rowKey = decisionRowKey(problemId);
    const json = entityJson(partition, rowKey, { seenAt: seenAt.toISOString() });
    await this.#submit({ kind: 'merge', rowKey, json, etag: version });
  }

  async forgetDecision(problemId: string, version: string): Promise<void> {
    await this.#delete(decisionRowKey(problemId), version);
  }

  async #rows(from: string, to: string, select: readonly string[]): Promise<Row[]> {
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
    const rows: Row[] = [];
    for await (const page of pagesOf(this.#table, { filter, select })) rows.push(...page.rows);
    return rows;
  }

  #insert(rowKey: string, properties: EntityProperties): Promise<boolean> {
    return this.#put(rowKey, properties, (json) => ({ kind: 'insert', rowKey, json }));
  }

  #write(rowKey: string, properties: EntityProperties, etag: string): Promise<boolean> {
    return this.#put(rowKey, properties, (json) => ({ kind: 'replace', rowKey, json, etag }));
  }

  /** Writes a row with a random mark, by which a write is recognized whose answer was lost. */
  async #put(
    rowKey: string,
    properties: EntityProperties,
    operation: (json: string) => TransactionOperation,
  ): Promise<boolean> {
    const write = randomUUID();
    if (await this.#submit(operation(entityJson(partition, rowKey, { ...properties, write })))) return true;
    const row = await this.#table.get(partition, rowKey);
    return row !== undefined && versionedRow.parse(row).write === write;
  }

  async #delete(rowKey: string, etag: string): Promise<void> {
    await this.#submit({ kind: 'delete', rowKey, etag });
  }

  async #submit(operation: TransactionOperation): Promise<boolean> {
    try {
      return await changeDeskRow(this.#table, operation);
    } finally {
      this.#cached = undefined;
    }
  }
}
