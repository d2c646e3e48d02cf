import type { RecordReference } from '../reports/error-report.ts';

const dashed = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const undashed =
  /(?<![0-9a-z])([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?![0-9a-z])/i;
const noGuid = '00000000-0000-0000-0000-000000000000';

/** The GUID in a record id such as `CRM Account: {…}`, in lower case with dashes. */
export function guidOf({ recordId = '' }: RecordReference): string | undefined {
  const found = dashed.exec(recordId)?.[0] ?? undashed.exec(recordId)?.slice(1).join('-');
  const guid = found?.toLowerCase();
  return guid === noGuid ? undefined : guid;
}

/** Table and key values of a record id of Business Central, such as `Sales Header: Order,1001`. */
export function keyOf({
  table,
  recordId = '',
}: RecordReference): { table: string; values: string[] } | undefined {
  const [, prefix, key] = /^([^:]{1,100}): ?(.+)$/s.exec(recordId) ?? [];
  const name = table ?? prefix;
  const text = (key ?? recordId).trim();
  if (!name || text === '' || dashed.test(text)) return undefined;
  return { table: name.trim(), values: text.split(',').map((value) => value.trim()) };
}

/** Logical name of a Dataverse table, also from Business Central's name for it: `CRM Account` gives `account`. */
export function logicalName({ table, recordId = '' }: RecordReference): string | undefined {
  const prefix = /^([^:]{1,100}):/.exec(recordId)?.[1];
  const name = (table ?? prefix ?? '')
    .trim()
    .replace(/^(?:CRM|CDS) (?=\S)/i, '')
    .replaceAll(' ', '')
    .toLowerCase();
  return /^[a-z][a-z0-9_]{0,127}$/.test(name) ? name : undefined;
}
