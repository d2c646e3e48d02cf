import { sampleMessageLimit } from '../../domain/problems/problem-counts.ts';
import { type ErrorEntry, entryTraits } from '../../domain/reports/error-entry.ts';
import { toJson } from '../tables/entity-group-transaction.ts';

// A row holds 1 MiB, two bytes a unit; sent as JSON within JSON a unit takes three bytes at most, and the ledger row has
// one megabyte of its transaction.
const maxUnits = 330_000;
/** UTF-16 units for one hour of a problem. */
const unitsPerHour = 100;
/** UTF-16 units for the id of a problem and its sample message, in which every unit may be escaped. */
const unitsPerProblem = 6 * sampleMessageLimit + 50;

/** Limits the entries of one transaction to what its ledger row can hold. */
export class LedgerRoom {
  readonly #problems = new Set<string>();
  #units = 0;

  /** Adds an entry; false when it has to go into another transaction. The first always fits. */
  takes(entry: ErrorEntry): boolean {
    const isNew = !this.#problems.has(entry.problemId);
    const units = unitsPerHour + (isNew ? unitsPerProblem + toJson(entryTraits(entry)).length : 0);
    if (this.#units + units > maxUnits) return false;
    this.#units += units;
    this.#problems.add(entry.problemId);
    return true;
  }
}
