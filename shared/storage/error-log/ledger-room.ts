import { sampleMessageLimit } from '../../domain/problems/problem-counts.ts';
import { type ErrorEntry, entryTraits } from '../../domain/reports/error-entry.ts';
import { toJson } from '../tables/entity-group-transaction.ts';

// A row holds 1 MiB, two bytes a unit; sent as JSON within JSON a unit takes three bytes at most, and the ledger row has
// one megabyte of its transaction.
const maxUnits = 330_000;
/** An hour of a problem, written out. */
const unitsPerHour = 100;
/** A sample message whose every unit is escaped, and the id of the problem. */
const unitsPerProblem = 6 * sampleMessageLimit + 50;

/** Tells how many entries fit into one transaction because of what its ledger row says about them. */
export class LedgerRoom {
  readonly #problems = new Set<string>();
  #units = 0;

  /** Makes room for an entry; false when it has to go into another transaction. The first always fits. */
  takes(entry: ErrorEntry): boolean {
    const isNew = !this.#problems.has(entry.problemId);
    const units = unitsPerHour + (isNew ? unitsPerProblem + toJson(entryTraits(entry)).length : 0);
    if (this.#units + units > maxUnits) return false;
    this.#units += units;
    this.#problems.add(entry.problemId);
    return true;
  }
}
