import { gunzipSync } from 'node:zlib';
import { odata } from '@azure/data-tables';
import { pagesOf } from '../../shared/storage/tables/pages.ts';
import type { Row } from '../../shared/storage/tables/table-service.ts';
import type { Storage } from './storage.ts';

/** Every row of every table, with the name of its table. */
export async function allRows({ tables, prefix }: Storage): Promise<{ table: string; row: Row }[]> {
  const found: { table: string; row: Row }[] = [];
  for (const table of (await tables.tableNames(prefix)).names)
    for (const partition of ['log', 'desk'])
      for await (const { rows } of pagesOf(tables.table(table), {
        filter: odata`PartitionKey eq ${partition}`,
      }))
        found.push(...rows.map((row) => ({ table, row })));
  return found;
}

/** All that can be read in a value: text, base64, compressed, binary. */
function readings(value: unknown): string[] {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    return [bytes.toString('latin1'), bytes.toString('utf8'), bytes.toString('utf16le')];
  }
  const text = String(value);
  const decoded = Buffer.from(text, 'base64');
  const texts = [text, decoded.toString('latin1'), decoded.toString('utf8')];
  if (decoded[0] === 0x1f && decoded[1] === 0x8b) texts.push(gunzipSync(decoded).toString('utf8'));
  return texts;
}

/** Where a text stands in the rows, as `table rowKey property`, whatever its case. */
export async function placesOf(storage: Storage, text: string): Promise<string[]> {
  const wanted = text.toLowerCase();
  return (await allRows(storage)).flatMap(({ table, row }) =>
    Object.entries(row).flatMap(([name, value]) =>
      readings(value).some((reading) => reading.toLowerCase().includes(wanted))
        ? [`${table} ${row['rowKey']} ${name}`]
        : [],
    ),
  );
}
