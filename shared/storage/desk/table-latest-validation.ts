import * as z from 'zod';
import type { Translated } from '../../domain/language.ts';
import type { LatestValidation } from '../../domain/ports/latest-validation.ts';
import { type Validation, type ValidationSource, validation } from '../../domain/settings-checks/finding.ts';
import { entityJson } from '../tables/entity-group-transaction.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import { deskTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { changeDeskRows, deskPartition as partition } from './desk-transaction.ts';
import { packed, unpacked } from './packed-json.ts';

const rowKeys: Readonly<Record<ValidationSource, string>> = { live: 'v', snapshot: 'v-snapshot' };

const stored = z.strictObject({ en: validation, nl: validation });

/** The last validation of each source, in a row of the desk's table. */
export class TableLatestValidation implements LatestValidation {
  readonly #table: Table;

  constructor(tables: TableService, prefix: string) {
    this.#table = tables.table(deskTable(prefix));
  }

  async save(source: ValidationSource, result: Translated<Validation>): Promise<void> {
    const rowKey = rowKeys[source];
    const json = entityJson(partition, rowKey, splitText('validation', await packed(result)));
    await changeDeskRows(this.#table, [{ kind: 'upsert', rowKey, json }]);
  }

  async get(source: ValidationSource): Promise<Translated<Validation> | undefined> {
    const row = await this.#table.get(partition, rowKeys[source]);
    if (!row) return undefined;
    try {
      return stored.parse(await unpacked(joinText('validation', row)));
    } catch {
      // Another version wrote it, such as one without `source`: it is as if none had run, and the next run replaces it.
      noteUnreadableRow();
      return undefined;
    }
  }
}
