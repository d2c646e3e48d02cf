import { odata } from '@azure/data-tables';
import type { StoredFilter, StretchQuery } from '../../domain/ports/error-log.ts';

/** The service takes 15 comparisons in a filter; the key range and `live` need four of them. */
const maxComparisons = 11;

/** Characters of all comparisons together, encoded: the query stands in an address, which holds 8 KiB at least. */
const maxUnits = 6000;

/** What to look for in one property: any of these values, each as so many comparisons. */
interface Choice {
  readonly comparisons: readonly string[];
  readonly size: number;
}

/** The conditions of a query besides its range; see {@link StretchQuery} for which are left out where they are too many. */
export function conditionsOf(query: Pick<StretchQuery, 'filter' | 'epochFrom'>): string[] {
  const conditions = query.epochFrom ? [odata`epoch ge ${query.epochFrom}`] : [];
  for (const { comparisons } of fittingOf(choicesOf(query.filter)))
    conditions.push(comparisons.length === 1 ? String(comparisons[0]) : `(${comparisons.join(' or ')})`);
  return conditions;
}

/** A choice that no query can make. */
const tooMuch: Choice = { comparisons: [], size: Infinity };

/** Whether {@link conditionsOf} leaves nothing of a filter out. */
export function appliesWhole(filter: StoredFilter): boolean {
  const choices = choicesOf(filter);
  return fittingOf(choices).length === choices.length;
}

/** The choices that fit into one query, one comparison being kept for the epoch. */
function fittingOf(choices: readonly Choice[]): Choice[] {
  let left = maxComparisons - 1;
  let units = maxUnits;
  return choices.filter(({ comparisons, size }) => {
    const length = comparisons.reduce((sum, one) => sum + encodeURIComponent(one.toWellFormed()).length, 0);
    if (size > left || length > units) return false;
    left -= size;
    units -= length;
    return true;
  });
}

/** The choices in the order of what they leave out: records and problems are few among many. */
function choicesOf(filter: StoredFilter): Choice[] {
  const equal = (name: string, values: readonly string[] | undefined): Choice[] => {
    if (!values) return [];
    // What a report left out has no property, which no comparison finds.
    if (values.includes('')) return [tooMuch];
    return [
      choice(
        values.map((value) => `${name} ${odata`eq ${value}`}`),
        1,
      ),
    ];
  };
  return [
    ...(filter.record ? [choice(filter.record.map(recordComparison), 2)] : []),
    ...(filter.problem ? [choice(filter.problem.map(problemComparison), 2)] : []),
    ...equal('cause', filter.cause),
    ...equal('mapping', filter.mapping),
    ...equal('company', filter.company),
    ...equal('resolver', filter.resolver),
    ...equal('direction', filter.direction),
    ...equal('environment', filter.environment),
  ];
}

function choice(comparisons: readonly string[], sizeOfOne: number): Choice {
  return { comparisons, size: comparisons.length * sizeOfOne };
}

function recordComparison(id: string): string {
  return odata`(sourceRecordId eq ${id} or destinationRecordId eq ${id})`;
}

/** The pairs of a problem are one range; '~' is after every character of an id. */
function problemComparison(id: string): string {
  return odata`(pair ge ${id} and pair lt ${`${id}~`})`;
}
