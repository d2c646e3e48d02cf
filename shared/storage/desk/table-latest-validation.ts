import * as z from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { Translated } from '../../domain/language.ts';
import type { LatestValidation } from '../../domain/ports/latest-validation.ts';
import { type Validation, type ValidationSource, validation } from '../../domain/settings-checks/finding.ts';
import { entityJson } from '../tables/entity-group-transaction.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import { deskTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { changeDeskRows, deskPartition as partition } from './desk-transaction.ts';
import { maxPacked, packed, unpacked } from './packed-json.ts';

const rowKeys: Readonly<Record<ValidationSource, string>> = { live: 'v', snapshot: 'v-snapshot' };

/** Alerts compare what the timer saw: who asks for a validation sees its result anyway. */
const scheduledRowKey = 'v-scheduled';

const stored = z.strictObject({ en: validation, nl: validation });

/** The last validation of each source, in a row of the desk's table. */
export class TableLatestValidation implements LatestValidation {
  readonly #table: Table;
  readonly #checkFormat: () => Promise<void>;

  /** `checkFormat` rejects where the rows have another format: no call may read or change those. */
  constructor(tables: TableService, prefix: string, checkFormat: () => Promise<void>) {
    this.#table = tables.table(deskTable(prefix));
    this.#checkFormat = checkFormat;
  }

  async save(
    source: ValidationSource,
    result: Translated<Validation>,
    { isScheduled } = { isScheduled: false },
  ): Promise<void> {
    await this.#checkFormat();
    const text = await packed(result);
    if (text.length > maxPacked)
      throw new AppError(
        'payload-too-large',
        `${result.en.findings.length} findings are too many to be kept; judge fewer companies, jobs or currencies at a time`,
      );
    const properties = splitText('validation', text);
    const keys = [rowKeys[source], ...(isScheduled ? [scheduledRowKey] : [])];
    await changeDeskRows(
      this.#table,
      keys.map((rowKey) => ({ kind: 'upsert', rowKey, json: entityJson(partition, rowKey, properties) })),
    );
  }

  get(source: ValidationSource): Promise<Translated<Validation> | undefined> {
    return this.#read(rowKeys[source]);
  }

  scheduled(): Promise<Translated<Validation> | undefined> {
    return this.#read(scheduledRowKey);
  }

  async #read(rowKey: string): Promise<Translated<Validation> | undefined> {
    await this.#checkFormat();
    const row = await this.#table.get(partition, rowKey);
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
