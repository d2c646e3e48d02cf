import { randomBytes } from 'node:crypto';
import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { Cleanup } from '../../domain/cleanups/cleanup.ts';
import type { AlertHealth } from '../../domain/ports/alerts.ts';
import type { Desk, DeskState, DropMark } from '../../domain/ports/desk.ts';
import { type Decision, decisionKey } from '../../domain/problems/decision.ts';
import { entityJson } from '../tables/entity-group-transaction.ts';
import { deskTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { firstReadable, readable } from '../tables/unreadable-rows.ts';
import { alertHealthIn, alertHealthRowKey } from './alert-state-rows.ts';
import { cleanupIn, cleanupProperties, cleanupRowKey, cleanupRowProperties } from './cleanup-row.ts';
import { decisionIn, decisionProperties } from './decision-row.ts';
import { DeskRows } from './desk-rows.ts';
import { deskPartition as partition } from './desk-transaction.ts';
import { checkFormat, formatRowKey } from './row-format.ts';
import { ShortCache } from './short-cache.ts';
import { storedDate } from './stored-moment.ts';
import { TableDecisions } from './table-decisions.ts';

const tokenKeyRow = 'k';

const keyRow = z.object({ key: z.string().min(32) });
const versionedRow = z.object({ etag: z.string() });
const markRow = z.object({ rowKey: z.string(), markedAt: storedDate });

/**
 * The desk on the table `<prefix>desk`: one partition, rows `a` format, `c…` clean-ups, `d…` decisions, `h…` steps of
 * histories, `k` the token key, `x…` marks of days that are to be dropped. Others keep `m…`, `n…` and `u…`
 * alerts, `s…` heartbeats and `v…` validations there.
 */
export class TableDesk extends TableDecisions implements Desk {
  readonly #table: Table;
  readonly #rows: DeskRows;
  readonly #state: ShortCache<DeskState>;
  #tokenKey: Promise<string> | undefined;
  #isFormatKnown = false;

  constructor(tables: TableService, prefix: string, clock?: () => number) {
    const table = tables.table(deskTable(prefix));
    const rows = new DeskRows(table, () => this.#state.forget());
    super(table, rows, () => this.checkFormat());
    this.#table = table;
    this.#rows = rows;
    this.#state = new ShortCache(() => this.#readState(), clock);
  }

  /**
   * Asks storage for the format of the rows, whether it is there yet or not, and how the alerts are.
   * @throws {AppError} storage-unavailable, unknown-format
   */
  async ping(): Promise<AlertHealth> {
    const either = odata`(RowKey eq ${formatRowKey} or RowKey eq ${alertHealthRowKey})`;
    const filter = `${odata`PartitionKey eq ${partition}`} and ${either}`;
    const { rows } = await this.#table.query({ filter, select: ['RowKey', 'format', 'dead', 'off'], top: 2 });
    const ofKey = (rowKey: string) => rows.filter((row) => row['rowKey'] === rowKey);
    const [format] = ofKey(formatRowKey);
    if (format) await checkFormat(this.#rows, format);
    return readable(ofKey(alertHealthRowKey), alertHealthIn)[0] ?? { dead: 0, off: 0 };
  }

  state(): Promise<DeskState> {
    return this.#state.value();
  }

  freshState(): Promise<DeskState> {
    return this.#state.fresh();
  }

  async #readState(): Promise<DeskState> {
    const select = [...new Set(['format', ...cleanupProperties, ...decisionProperties])];
    const rows = await this.#rows.between(formatRowKey, 'e', select);
    const ofKind = (kind: string) => rows.filter((row) => String(row['rowKey']).startsWith(kind));
    await checkFormat(this.#rows, ofKind(formatRowKey)[0]);
    this.#isFormatKnown = true;
    const decisions = readable(ofKind('d'), decisionIn);
    const byKey = (ofRecords: boolean) =>
      new Map(
        decisions
          .filter(({ record }) => (record !== undefined) === ofRecords)
          .map((decision): [string, Decision] => [decisionKey(decision), decision]),
      );
    return {
      cleanups: readable(ofKind('c'), cleanupIn),
      decisions: byKey(false),
      recordDecisions: byKey(true),
    };
  }

  /**
   * Reads the format unless this instance has seen it: no call may read or change rows of another one.
   * @throws {AppError} unknown-format
   */
  async checkFormat(): Promise<void> {
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
    await this.checkFormat();
    const row = await this.#rows.get(cleanupRowKey(id));
    const [cleanup] = readable(row ? [row] : [], cleanupIn);
    return cleanup && { cleanup, version: versionedRow.parse(row).etag };
  }

  async cleanups(most: number, before?: string): Promise<Cleanup[]> {
    await this.checkFormat();
    const start = before ? odata`RowKey gt ${cleanupRowKey(before)}` : odata`RowKey ge ${'c'}`;
    const filter = `${odata`PartitionKey eq ${partition}`} and ${start} and ${odata`RowKey lt ${'d'}`}`;
    return firstReadable(this.#table, filter, most, cleanupIn);
  }

  async addCleanup(cleanup: Cleanup): Promise<boolean> {
    await this.checkFormat();
    return this.#rows.write({ rowKey: cleanupRowKey(cleanup.id), properties: cleanupRowProperties(cleanup) });
  }

  changeCleanup(cleanup: Cleanup, version: string): Promise<boolean> {
    const properties = cleanupRowProperties(cleanup);
    return this.#rows.write({ rowKey: cleanupRowKey(cleanup.id), properties, etag: version });
  }

  async forgetCleanup(id: string): Promise<void> {
    await this.#rows.delete(cleanupRowKey(id));
  }

  async dropMarks(): Promise<DropMark[]> {
    return readable(await this.#rows.between('x', 'y'), (row) => {
      const { rowKey, markedAt } = markRow.parse(row);
      return { day: rowKey.slice(1), markedAt };
    });
  }

  async markForDrop({ day, markedAt }: DropMark): Promise<void> {
    await this.checkFormat();
    // One that a newer version wrote so that it cannot be read is replaced: the table would be kept for ever.
    const rowKey = `x${day}`;
    const json = entityJson(partition, rowKey, { markedAt: markedAt.toISOString() });
    await this.#rows.submit([{ kind: 'upsert', rowKey, json }]);
  }

  async unmarkForDrop(day: string): Promise<void> {
    await this.#rows.delete(`x${day}`);
  }
}
