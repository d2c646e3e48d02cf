import type { SearchedEntry } from '../../domain/ports/error-log.ts';
import { containsText } from '../../domain/reports/error-filter.ts';
import type { Row } from '../tables/table-service.ts';
import { noteUnreadableRow } from '../tables/unreadable-rows.ts';
import { storedEntriesOf } from './entry-row.ts';
import { idOfEntryRow, isEntryRowKey } from './row-keys.ts';

/**
 * What a search sees of a row; nothing where it is no entry that can be read. Making an entry takes several times as long
 * as looking through its texts, so only what contains the text becomes one.
 */
export function searchedEntryOf(row: Row, q: string): SearchedEntry[] {
  const rowKey = String(row['rowKey']);
  if (!isEntryRowKey(rowKey)) {
    noteUnreadableRow();
    return [];
  }
  const texts = searchedTextsIn(row);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const [stored] = containsText(texts, q) ? storedEntriesOf([row]) : [];
  return [{ id: idOfEntryRow(rowKey), characters, entry: stored?.entry }];
}

/** The texts of a row that a search looks through: those of the entry that it holds. */
function searchedTextsIn({
  message,
  source,
  sourceRecordId,
  destination,
  destinationRecordId,
}: Row): string[] {
  return [message, sourceRecordId, nameIn(source), destinationRecordId, nameIn(destination)].filter(
    (text) => typeof text === 'string',
  );
}

/** The name of a record: its property holds JSON, where quotes and backslashes are escaped. */
function nameIn(side: unknown): unknown {
  if (typeof side !== 'string') return undefined;
  try {
    const record: { name?: unknown } | null = JSON.parse(side);
    return record?.name;
  } catch {
    // An entry is made without it as well.
    return undefined;
  }
}
