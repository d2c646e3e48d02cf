import { odata } from '@azure/data-tables';
import * as z from 'zod';
import type { ChannelName, ChannelState, Delivery } from '../../domain/alerts/alert-channel.ts';
import type { AlertMessage } from '../../domain/alerts/alert-message.ts';
import type { ToldStates } from '../../domain/alerts/alerts-from.ts';
import {
  type AlertDecision,
  type AlertHealth,
  type Alerts,
  type DecisionResult,
  type MessageToKeep,
  maxChangesAtOnce,
} from '../../domain/ports/alerts.ts';
import { entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import { allRows, pagesOf } from '../tables/pages.ts';
import { deskTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { firstReadable, readable } from '../tables/unreadable-rows.ts';
import { alertIn, alertRowKey, alertRowProperties, deliveryProperties } from './alert-row.ts';
import {
  alertHealthIn,
  alertHealthRowKey,
  channelIn,
  channelRowKey,
  channelRowProperties,
  cursorIn,
  cursorRowKey,
  cursorRowProperties,
  toldIn,
  toldRowKey,
  toldRowProperties,
} from './alert-state-rows.ts';
import { DeskRows } from './desk-rows.ts';
import { deskTransaction, deskPartition as partition } from './desk-transaction.ts';

/** Messages that one call forgets. */
const maxForgotten = 99;

const keyedRow = z.object({ rowKey: z.string() });

/**
 * Alerts in the desk's table: rows `m…` messages, `n…` what was told of each subject, `u…` the cursor, the channels and
 * the health.
 */
export class TableAlerts implements Alerts {
  readonly #table: Table;
  readonly #rows: DeskRows;
  readonly #checkFormat: () => Promise<void>;

  /** `checkFormat` rejects where the rows have another format: no call may read or change those. */
  constructor(tables: TableService, prefix: string, checkFormat: () => Promise<void>) {
    this.#table = tables.table(deskTable(prefix));
    // Nobody caches these rows.
    this.#rows = new DeskRows(this.#table, () => undefined);
    this.#checkFormat = checkFormat;
  }

  async state() {
    await this.#checkFormat();
    const rows = await this.#rows.between(cursorRowKey, 'v');
    const own = rows.find((row) => row['rowKey'] === cursorRowKey);
    const cursor = own && cursorIn(own);
    const channels = readable(
      rows.filter((row) => row !== own && row['rowKey'] !== alertHealthRowKey),
      channelIn,
    );
    return { cursor, channels };
  }

  async told(): Promise<ToldStates> {
    return new Map(readable(await this.#rows.between('n', 'o', ['RowKey', 'told']), toldIn));
  }

  async message(id: string): Promise<AlertMessage | undefined> {
    const row = await this.#rows.get(alertRowKey(id));
    return readable(row ? [row] : [], alertIn)[0];
  }

  async decide({ before, cursor, changes, messages }: AlertDecision): Promise<DecisionResult> {
    const json = entityJson(partition, cursorRowKey, cursorRowProperties(cursor));
    const result = await deskTransaction(this.#table, [
      before
        ? { kind: 'replace', rowKey: cursorRowKey, json, etag: before.version }
        : { kind: 'insert', rowKey: cursorRowKey, json },
      ...messages.map(messageOperation),
      // The cursor's version guards them.
      ...changes.map(({ key, told }): TransactionOperation => {
        const rowKey = toldRowKey(key);
        return told
          ? { kind: 'upsert', rowKey, json: entityJson(partition, rowKey, toldRowProperties(told)) }
          : { kind: 'delete', rowKey, etag: '*' };
      }),
    ]);
    if (result.done)
      return { kind: 'kept', cursor: { ...cursor, version: result.etags.get(cursorRowKey) ?? '' } };
    if (result.conflict === 'refused') throw new Error(`Storage refused an alert: ${result.reason}`);
    if (result.conflict !== 'exists') return { kind: 'overtaken' };
    const isOvertaken = !before && (await this.#rows.get(cursorRowKey)) !== undefined;
    return { kind: isOvertaken ? 'overtaken' : 'message-exists' };
  }

  async unsettled(): Promise<AlertMessage[]> {
    const range = odata`PartitionKey eq ${partition} and RowKey ge ${'m'} and RowKey lt ${'n'}`;
    const waiting =
      "isLogPending eq true or isUnfinished eq true or teamsStatus eq 'pending' or webhookStatus eq 'pending' or teamsStatus eq 'dead' or webhookStatus eq 'dead'";
    const rows = await allRows(this.#table, { filter: `${range} and (${waiting})` });
    // Row keys are newest first.
    return readable(rows, alertIn).reverse();
  }

  async saveDelivery(id: string, name: ChannelName, delivery: Delivery, channel?: ChannelState) {
    const rowKey = alertRowKey(id);
    const json = entityJson(partition, rowKey, deliveryProperties(name, delivery));
    await this.#rows.submit([
      { kind: 'merge', rowKey, json, etag: '*' },
      ...(channel ? [channelOperation(channel)] : []),
    ]);
  }

  async saveChannel(channel: ChannelState): Promise<void> {
    await this.#rows.submit([channelOperation(channel)]);
  }

  addMessage(message: AlertMessage): Promise<boolean> {
    return this.#rows.submit([messageOperation({ message, isNew: true })]);
  }

  addToDigest(digest: MessageToKeep, name: ChannelName, held: readonly AlertMessage[]): Promise<boolean> {
    return this.#rows.submit([
      messageOperation(digest),
      ...held.slice(0, maxChangesAtOnce).map(({ id }): TransactionOperation => {
        const rowKey = alertRowKey(id);
        const told = deliveryProperties(name, { status: 'sent', attempts: 0, reason: 'in-digest' });
        return { kind: 'merge', rowKey, json: entityJson(partition, rowKey, told), etag: '*' };
      }),
    ]);
  }

  async noteLogged(id: string): Promise<void> {
    const rowKey = alertRowKey(id);
    const json = entityJson(partition, rowKey, { isLogPending: false });
    await this.#rows.submit([{ kind: 'merge', rowKey, json, etag: '*' }]);
  }

  async health(): Promise<AlertHealth> {
    const row = await this.#rows.get(alertHealthRowKey);
    return readable(row ? [row] : [], alertHealthIn)[0] ?? { dead: 0, off: 0 };
  }

  async saveHealth({ dead, off }: AlertHealth): Promise<void> {
    const json = entityJson(partition, alertHealthRowKey, { dead, off });
    await this.#rows.submit([{ kind: 'upsert', rowKey: alertHealthRowKey, json }]);
  }

  async messages(most: number, before?: string): Promise<AlertMessage[]> {
    await this.#checkFormat();
    const start = before ? odata`RowKey gt ${alertRowKey(before)}` : odata`RowKey ge ${'m'}`;
    const filter = `${odata`PartitionKey eq ${partition}`} and ${start} and ${odata`RowKey lt ${'n'} and isUnfinished eq ${false}`}`;
    return firstReadable(this.#table, filter, most, alertIn);
  }

  async forgetMessages(madeBefore: number): Promise<void> {
    const range = odata`PartitionKey eq ${partition} and RowKey ge ${'m'} and RowKey lt ${'n'}`;
    const filter = `${range} and ${odata`madeAt lt ${new Date(madeBefore).toISOString()}`}`;
    const old: string[] = [];
    for await (const { rows } of pagesOf(this.#table, { filter, select: ['RowKey'], top: maxForgotten })) {
      old.push(...rows.map((row) => keyedRow.parse(row).rowKey));
      if (old.length >= maxForgotten) break;
    }
    if (old.length === 0) return;
    await this.#rows.submit(
      old.slice(0, maxForgotten).map((rowKey) => ({ kind: 'delete', rowKey, etag: '*' })),
    );
  }
}

function messageOperation({ message, isNew }: MessageToKeep): TransactionOperation {
  const rowKey = alertRowKey(message.id);
  const json = entityJson(partition, rowKey, alertRowProperties(message));
  return isNew
    ? { kind: 'insert', rowKey, json }
    : { kind: 'replace', rowKey, json, etag: message.version ?? '*' };
}

function channelOperation(channel: ChannelState): TransactionOperation {
  const rowKey = channelRowKey(channel);
  return { kind: 'upsert', rowKey, json: entityJson(partition, rowKey, channelRowProperties(channel)) };
}
