import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { Heartbeat } from '../../domain/heartbeats/heartbeat.ts';
import { mappingsAfter } from '../../domain/heartbeats/mapping-given-up.ts';
import { isForgotten, receivedLimit } from '../../domain/heartbeats/silence.ts';
import { type HeartbeatSender, type Heartbeats, maxSenders } from '../../domain/ports/heartbeats.ts';
import type { TransactionOperation } from '../tables/entity-group-transaction.ts';
import { deskTable } from '../tables/table-names.ts';
import type { TableService } from '../tables/table-service.ts';
import { readable } from '../tables/unreadable-rows.ts';
import { DeskRows } from './desk-rows.ts';
import { heartbeatRowKey, heartbeatRowProperties, senderIn, senderProperties } from './heartbeat-row.ts';
import { ShortCache } from './short-cache.ts';

/** Times that a heartbeat is tried while others of the same sender arrive. */
const maxTries = 5;

const versionedRow = z.object({ etag: z.string() });
const keyedRow = z.object({ rowKey: z.string() });

/** The last heartbeat of each sender, in rows `s…` of the desk's table. */
export class TableHeartbeats implements Heartbeats {
  readonly #rows: DeskRows;
  readonly #checkFormat: () => Promise<void>;
  readonly #senders: ShortCache<readonly HeartbeatSender[]>;

  /** `checkFormat` rejects where the rows have another format: no call may read or change those. */
  constructor(tables: TableService, prefix: string, checkFormat: () => Promise<void>, clock?: () => number) {
    this.#rows = new DeskRows(tables.table(deskTable(prefix)), () => this.#senders.forget());
    this.#checkFormat = checkFormat;
    this.#senders = new ShortCache(() => this.#readSenders(), clock);
  }

  async keep(heartbeat: Heartbeat, receivedAt: Date): Promise<boolean> {
    await this.#checkFormat();
    for (let attempt = 0; attempt < maxTries; attempt++) {
      const isKept = await this.#tryToKeep(heartbeat, receivedAt);
      if (isKept !== undefined) return isKept;
    }
    throw new AppError('storage-unavailable', 'Other heartbeats of this sender arrive at the same time', {
      retryAfterSeconds: 1,
    });
  }

  /** Undefined when another heartbeat came in between. */
  async #tryToKeep(heartbeat: Heartbeat, receivedAt: Date): Promise<boolean | undefined> {
    const rowKey = heartbeatRowKey(heartbeat);
    const row = await this.#rows.get(rowKey);
    // One that a newer version wrote so that it cannot be read is replaced.
    const [last] = readable(row ? [row] : [], senderIn);
    if (last && last.sentAt >= heartbeat.sentAt.getTime()) return false;
    const received = [...(last?.received ?? []), receivedAt.getTime()]
      .sort((one, other) => one - other)
      .slice(-receivedLimit);
    const givenUp = mappingsAfter(last?.givenUp ?? [], heartbeat);
    const properties = await heartbeatRowProperties(heartbeat, { received, givenUp });
    const etag = row && versionedRow.parse(row).etag;
    const others = row ? [] : await this.#makeRoom(receivedAt);
    return (await this.#rows.write({ rowKey, properties, etag }, others)) || undefined;
  }

  /**
   * What has to go for one more sender: nothing, or the one that has been silent for longest. Senders that begin in the
   * same moment can exceed the limit by a few.
   * @throws {AppError} too-many-senders
   */
  async #makeRoom(now: Date): Promise<TransactionOperation[]> {
    const rows = await this.#rows.between('s', 't', ['RowKey', ...senderProperties]);
    if (rows.length < maxSenders) return [];
    const [oldest] = readable(rows, (row) => ({ ...keyedRow.parse(row), ...senderIn(row) })).sort(
      (one, other) => (one.received.at(-1) ?? 0) - (other.received.at(-1) ?? 0),
    );
    if (!oldest || !isForgotten(oldest.received, now))
      throw new AppError(
        'too-many-senders',
        `${maxSenders} other senders have sent heartbeats in the last 30 days`,
      );
    return [{ kind: 'delete', rowKey: oldest.rowKey, etag: '*' }];
  }

  senders(): Promise<readonly HeartbeatSender[]> {
    return this.#senders.value();
  }

  freshSenders(): Promise<readonly HeartbeatSender[]> {
    return this.#senders.fresh();
  }

  async #readSenders(): Promise<readonly HeartbeatSender[]> {
    await this.#checkFormat();
    return readable(await this.#rows.between('s', 't', senderProperties), senderIn);
  }
}
