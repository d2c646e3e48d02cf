/** One page of rows. There are more where it has a `continuation`, even if the page is empty. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly continuation: string | undefined;
}

/** A stored row, not checked yet: whoever reads it parses it. */
export type Row = Readonly<Record<string, unknown>>;

/** A query for one page of rows. */
export interface RowQuery {
  /** Built with the SDK's `odata` tag only. */
  readonly filter: string;
  readonly select?: readonly string[];
  /** Rows of the page at most, 1–1,000 (the service refuses more). */
  readonly top: number;
  readonly continuation?: string | undefined;
  /** Called once it is known where the next page begins, before this one is read: what it sends need not wait for that. */
  readonly onMore?: ((continuation: string) => void) | undefined;
}
