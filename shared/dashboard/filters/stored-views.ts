import * as z from 'zod/mini';

/** A view that somebody named: the query string of its address. */
export interface StoredView {
  readonly name: string;
  readonly query: string;
}

const storageName = 'error-desk-views';
const maxViews = 50;
const stored = z.array(z.object({ name: z.string(), query: z.string() }));

/** The views of this browser. What another version wrote, and this one cannot read, counts as none. */
export function readViews(storage: Pick<Storage, 'getItem'>): readonly StoredView[] {
  try {
    const parsed = z.safeParse(stored, JSON.parse(storage.getItem(storageName) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    // Not JSON: somebody else wrote it.
    return [];
  }
}

/** Keeps a view under its name; one of the same name is replaced. */
export function addView(storage: Storage, view: StoredView): readonly StoredView[] {
  const others = readViews(storage).filter(({ name }) => name !== view.name);
  return write(storage, [...others, view].slice(-maxViews));
}

export function removeView(storage: Storage, name: string): readonly StoredView[] {
  return write(
    storage,
    readViews(storage).filter((view) => view.name !== name),
  );
}

function write(storage: Storage, views: readonly StoredView[]): readonly StoredView[] {
  storage.setItem(storageName, JSON.stringify(views));
  return views;
}
