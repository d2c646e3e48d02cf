import * as z from 'zod';
import { entityJson, type TransactionOperation } from '../tables/entity-group-transaction.ts';
import type { Table } from '../tables/table-service.ts';
import { cleanupGuardRowKey, partition } from './row-keys.ts';

const guardRow = z.object({ etag: z.string(), open: z.boolean() });

/**
 * Guards of clean-ups on one day. A transaction that hides entries changes the guard of its clean-up too, and an undo
 * closes it first: so nothing is hidden any more once an undo has begun, whoever still works on the clean-up.
 */
export class CleanupGuards {
  readonly #table: Table;
  /** ETags of open guards; undefined for one that is yet to be made. */
  readonly #etags = new Map<string, string | undefined>();

  constructor(table: Table) {
    this.#table = table;
  }

  /** Whether a clean-up may hide entries, by its guard as it is now. */
  async isOpen(cleanup: string): Promise<boolean> {
    const row = await this.#table.get(partition, cleanupGuardRowKey(cleanup));
    // One that cannot be read hides nothing: that can be made up for, hiding too much cannot.
    const guard = row && (guardRow.safeParse(row).data ?? { open: false, etag: '' });
    if (guard && !guard.open) return false;
    this.#etags.set(cleanup, guard?.etag);
    return true;
  }

  /** The step that makes a transaction fail unless the guard is as {@link isOpen} saw it. */
  operation(cleanup: string): TransactionOperation {
    const rowKey = cleanupGuardRowKey(cleanup);
    const json = entityJson(partition, rowKey, { open: true });
    const etag = this.#etags.get(cleanup);
    return etag ? { kind: 'replace', rowKey, json, etag } : { kind: 'insert', rowKey, json };
  }

  /** Takes over the ETags that a transaction gave. */
  note(etags: ReadonlyMap<string, string>): void {
    for (const cleanup of this.#etags.keys()) {
      const etag = etags.get(cleanupGuardRowKey(cleanup));
      if (etag) this.#etags.set(cleanup, etag);
    }
  }

  /** Closes the guard of a clean-up for good; nothing to do where the day has no table. */
  async close(cleanup: string): Promise<void> {
    const rowKey = cleanupGuardRowKey(cleanup);
    const json = entityJson(partition, rowKey, { open: false });
    await this.#table.transaction(partition, [{ kind: 'upsert', rowKey, json }]);
  }
}
