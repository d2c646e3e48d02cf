/** A row of a list. */
export type Row = Readonly<Record<string, unknown>>;

/** An answer of a fake system: a status with a JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

// Small, so that tests get several pages.
const pageSize = 2;

/** One page of an OData list, with the properties that `$select` names and an absolute link to the next page. */
export function odataPage(url: URL, rows: readonly Row[]): Record<string, unknown> {
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  const end = start + pageSize;
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(end));
  return {
    '@odata.context': `${url.origin}/$metadata#rows`,
    value: rows.slice(start, end).map((row) => ({ '@odata.etag': 'W/"1"', ...selected(url, row) })),
    ...(end < rows.length && { '@odata.nextLink': next.href }),
  };
}

/** The properties of a row that `$select` names; all without `$select`. */
export function selected(url: URL, row: Row): Record<string, unknown> {
  const names = url.searchParams.get('$select')?.split(',');
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !names || names.includes(name.split('@')[0] ?? name)),
  );
}

/** An error as OData services answer it. */
export function odataError(status: number, code: string, message = 'Message of the system'): Answer {
  return { status, body: { error: { code, message } } };
}
