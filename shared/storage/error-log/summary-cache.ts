import { hash } from 'node:crypto';
import type { DaySummary } from '../../domain/ports/error-log.ts';

/** How many counts and records are kept in all: about 45 MB. */
const maxKept = 50_000;
/** How long a summary that nobody asks for is kept, ms. */
const lifeMs = 10 * 60_000;

/** A row as far as its version is concerned. */
export interface RowVersion {
  readonly rowKey: string;
  readonly etag: string;
}

interface Kept {
  readonly version: string;
  readonly summary: DaySummary;
  readonly size: number;
  usedAt: number;
}

/**
 * Summaries of days as long as storage has the same rows, by their ETags: adding up past days again and again would be
 * half of the work of a list of problems. It holds no more when it is full, so that days in turn do not push each other
 * out.
 */
export class SummaryCache {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: () => number;
  #size = 0;

  /** `clock` gives ms. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** The summary of a day's rows, if it was kept under this name. */
  find(name: string, version: string): DaySummary | undefined {
    const kept = this.#kept.get(name);
    if (kept?.version !== version) return undefined;
    kept.usedAt = this.#clock();
    return kept.summary;
  }

  /** Keeps a summary in place of an earlier one of the same name. */
  keep(name: string, version: string, summary: DaySummary): void {
    const now = this.#clock();
    for (const [other, { usedAt }] of this.#kept)
      if (other === name || now - usedAt > lifeMs) this.#forget(other);
    const size = sizeOf(summary);
    if (this.#size + size > maxKept) return;
    this.#kept.set(name, { version, summary, size, usedAt: now });
    this.#size += size;
  }

  #forget(name: string): void {
    this.#size -= this.#kept.get(name)?.size ?? 0;
    this.#kept.delete(name);
  }
}

/** What tells whether any of the rows of a day changed. */
export function versionOf(rows: readonly RowVersion[]): string {
  return hash('sha256', rows.map(({ rowKey, etag }) => `${rowKey} ${etag}`).join('\n'), 'base64');
}

function sizeOf({ counts, records }: DaySummary): number {
  let size = counts.size;
  for (const pair of records.values()) size += pair.records.size;
  return size;
}
