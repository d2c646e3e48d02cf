import { type PairFacts, pairIdOf } from '../../domain/problems/problem.ts';
import { lastResortOf, maxPairsPerDay, overflowOf } from '../../domain/problems/too-many-problems.ts';
import { type ErrorEntry, entryCountedAs } from '../../domain/reports/error-entry.ts';

/** Pairs for what is beyond the bound: mappings and companies of its problems are told apart for so many. */
const maxOverflowPairs = 500;

/** The pairs of problem and place that one instance knows to be stored on a day. */
export class KnownPairs {
  readonly #stored = new Set<string>();
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

  /** Forgets all of them: their table is not there any more. */
  clear(): void {
    this.#stored.clear();
  }

  /** An entry as it is to be counted, where `waiting` pairs are about to be stored. */
  counted(entry: ErrorEntry, waiting: ReadonlyMap<string, PairFacts>): ErrorEntry {
    const isKnown = (pairId: string) => this.#stored.has(pairId) || waiting.has(pairId);
    const size = this.#stored.size + waiting.size;
    if (size < this.#maxPairs || isKnown(entry.pairId)) return entry;
    const overflow = overflowOf(entry.counted);
    const hasRoom = size < this.#maxPairs + maxOverflowPairs || isKnown(pairIdOf(overflow));
    return entryCountedAs(entry, hasRoom ? overflow : lastResortOf(entry.counted));
  }
}
