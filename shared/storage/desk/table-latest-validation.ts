import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import type { Translated } from '../../domain/language.ts';
import type { LatestValidation } from '../../domain/ports/latest-validation.ts';
import { type Validation, type ValidationSource, validation } from '../../domain/settings-checks/finding.ts';
import { entityJson } from '../tables/entity-group-transaction.ts';
import { joinText, splitText } from '../tables/split-text.ts';
import { deskTable } from '../tables/table-names.ts';
import type { Table, TableService } from '../tables/table-service.ts';
import { changeDeskRow, deskPartition as partition } from './desk-transaction.ts';

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
    await changeDeskRow(this.#table, { kind: 'upsert', rowKey, json });
  }

  async get(source: ValidationSource): Promise<Translated<Validation> | undefined> {
    const row = await this.#table.get(partition, rowKeys[source]);
    // A row of another version may not fit, such as one without `source`. It counts as none: the next run replaces it.
    return row && stored.safeParse(await unpacked(joinText('validation', row))).data;
  }
}

// Findings on a hundred currencies in two languages exceed an entity (1 MiB); compressed, they take a tenth.
async function packed(value: unknown): Promise<string> {
  return (await promisify(gzip)(JSON.stringify(value))).toString('base64');
}

async function unpacked(text: string): Promise<unknown> {
  return JSON.parse((await promisify(gunzip)(Buffer.from(text, 'base64'))).toString());
}
