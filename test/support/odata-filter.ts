import type { Row } from '../../shared/storage/tables/table-service.ts';

/** Whether a filter takes a row. */
type Condition = (row: Row) => boolean;

// A word, a text with doubled quotes, a number, or a parenthesis.
const tokens = /\s*(?:[A-Za-z]+|'(?:[^']|'')*'|-?\d+(?:\.\d+)?|[()])/gy;

const comparisons: Readonly<Record<string, (one: string | number, other: string | number) => boolean>> = {
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
};

/** The part of OData's filters that this app uses: comparisons, `and`, `or`, and parentheses. */
export function filterOf(filter: string): Condition {
  if (filter.trim() === '') return () => true;
  return new FilterParser(filter).whole();
}

class FilterParser {
  readonly #tokens: string[];
  #at = 0;

  constructor(filter: string) {
    const found = [...filter.matchAll(tokens)].map(([token]) => token);
    if (found.join('') !== filter.trimEnd()) throw new SyntaxError(`Not a filter: ${filter}`);
    this.#tokens = found.map((token) => token.trim());
  }

  whole(): Condition {
    const condition = this.#any();
    if (this.#at < this.#tokens.length)
      throw new SyntaxError(`More than a filter: ${this.#tokens.join(' ')}`);
    return condition;
  }

  #any(): Condition {
    const parts = [this.#all()];
    while (this.#skip('or')) parts.push(this.#all());
    return parts.length === 1 && parts[0] ? parts[0] : (row) => parts.some((part) => part(row));
  }

  #all(): Condition {
    const parts = [this.#one()];
    while (this.#skip('and')) parts.push(this.#one());
    return (row) => parts.every((part) => part(row));
  }

  #one(): Condition {
    if (this.#skip('(')) {
      const inner = this.#any();
      if (!this.#skip(')')) throw new SyntaxError('A parenthesis is not closed');
      return inner;
    }
    const name = this.#next();
    const compare = comparisons[this.#next()];
    if (!compare) throw new SyntaxError(`No comparison after ${name}`);
    const wanted = literal(this.#next());
    const property = name === 'RowKey' ? 'rowKey' : name === 'PartitionKey' ? 'partitionKey' : name;
    return (row) => {
      const value = row[property];
      if (typeof value === 'boolean') return compare(String(value), String(wanted));
      return (typeof value === 'string' || typeof value === 'number') && compare(value, wanted);
    };
  }

  #skip(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new SyntaxError('A filter ends too early');
    return token;
  }
}

function literal(token: string): string | number {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  return token === 'true' || token === 'false' ? token : Number(token);
}
