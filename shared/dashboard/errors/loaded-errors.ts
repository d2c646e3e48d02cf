interface Row {
  readonly id: string;
}

interface Page<R extends Row> {
  readonly value: readonly R[];
}

/** The errors of some pages, each once: what came in between two calls can be on both pages. */
export function loadedErrors<R extends Row>(pages: readonly Page<R>[]): readonly R[] {
  const byId = new Map<string, R>();
  for (const { value } of pages) for (const row of value) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}

/** How many of the newest errors are not among the loaded ones. */
export function newerThan(loaded: readonly Row[], newest: readonly Row[]): number {
  const ids = new Set(loaded.map(({ id }) => id));
  return newest.filter(({ id }) => !ids.has(id)).length;
}

/** The first pages of a list, which can be read on from there. */
export function shortened<P, T>(
  { pages, pageParams }: { readonly pages: readonly P[]; readonly pageParams: readonly T[] },
  count: number,
): { pages: P[]; pageParams: T[] } {
  return { pages: pages.slice(0, count), pageParams: pageParams.slice(0, count) };
}

/** The pages of a list without one of its errors. */
export function withoutError<R extends Row, P extends Page<R>>(pages: readonly P[], id: string): P[] {
  return pages.map((page) =>
    page.value.some((row) => row.id === id)
      ? { ...page, value: page.value.filter((row) => row.id !== id) }
      : page,
  );
}

/** The errors before and after one, among those that are loaded. */
export function neighbours(
  rows: readonly Row[],
  id: string,
): { readonly previous?: string | undefined; readonly next?: string | undefined } {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) return {};
  return { previous: rows[index - 1]?.id, next: rows[index + 1]?.id };
}
