import { pairIdOf } from '../../domain/problems/problem.ts';
import { lastResortOf, maxPairsPerDay, overflowOf } from '../../domain/problems/too-many-problems.ts';
import { type ErrorEntry, entryCountedAs } from '../../domain/reports/error-entry.ts';

/** Pairs for what is beyond the bound: mappings and companies of its problems are told apart for so many. */
const maxOverflowPairs = 500;

/** The pairs of problem and place that one instance knows to be stored on a day. */
export class KnownPairs {
  readonly #stored = new Set<string>();
  /** Pairs of transactions that are not through yet, with the number of these. */
  readonly #reserved = new Map<string, number>();
  readonly #maxPairs: number;

  constructor(maxPairs = maxPairsPerDay) {
    this.#maxPairs = maxPairs;
  }

  has(pairId: string): boolean {
    return this.#stored.has(pairId);
  }

  add(pairs: Iterable<string>): void {
    for (const pairId of pairs) this.#stored.add(pairId);
  }

  /** Counts pairs of a transaction before it is through: several may be in flight. */
  reserve(pairId: string): void {
    this.#reserved.set(pairId, (this.#reserved.get(pairId) ?? 0) + 1);
  }

  release(pairs: Iterable<string>): void {
    for (const pairId of pairs) {
      const left = (this.#reserved.get(pairId) ?? 0) - 1;
      if (left > 0) this.#reserved.set(pairId, left);
      else this.#reserved.delete(pairId);
    }
  }

  /** Forgets all of them: their table is not there any more. */
  clear(): void {
    this.#stored.clear();
  }

  /** An entry as it is to be counted. */
  counted(entry: ErrorEntry): ErrorEntry {
    const isKnown = (pairId: string) => this.#stored.has(pairId) || this.#reserved.has(pairId);
    if (this.#stored.size + this.#reserved.size < this.#maxPairs || isKnown(entry.pairId)) return entry;
    let size = this.#stored.size;
    for (const pairId of this.#reserved.keys()) if (!this.#stored.has(pairId)) size++;
    if (size < this.#maxPairs) return entry;
    const overflow = overflowOf(entry.counted);
    const hasRoom = size < this.#maxPairs + maxOverflowPairs || isKnown(pairIdOf(overflow));
    return entryCountedAs(entry, hasRoom ? overflow : lastResortOf(entry.counted));
  }
}
