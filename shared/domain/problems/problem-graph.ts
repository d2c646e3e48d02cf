import { causeTable } from '../diagnosis/causes.ts';
import { englishTableName } from '../links/table-names.ts';
import type { PairFacts, ProblemTraits } from './problem.ts';
import { mappingsOf } from './standard-mappings.ts';

/** A problem as far as causes and impact are concerned. */
export interface GraphProblem {
  readonly id: string;
  readonly traits: ProblemTraits;
  /** False for a resolved, snoozed or ignored one: it is nobody's child, and nobody's parent. */
  readonly isOpen: boolean;
  readonly places: readonly Pick<PairFacts, 'environment' | 'company' | 'mapping'>[];
  /** Records that wait for it: those that are snoozed or ignored themselves are left out. */
  readonly waiting: ReadonlySet<string>;
}

/** What causes a problem, what it causes, and how many records wait for it. */
export interface ProblemLinks {
  /** Ids of problems, ascending. */
  readonly causedBy: readonly string[];
  readonly children: readonly string[];
  /** Different records that wait for it or for its children, at most {@link maxImpact}. */
  readonly impact: number;
}

/** The largest impact that is told. */
export const maxImpact = 1000;

/** The links of all problems, by id. Edges inside a cycle are dropped: none of its problems causes the others. */
export function linkProblems(problems: readonly GraphProblem[]): ReadonlyMap<string, ProblemLinks> {
  const open = problems.filter(({ isOpen }) => isOpen);
  const stopping = stoppingProblems(open);
  const parents = new Map(open.map((problem) => [problem.id, parentsOf(problem, stopping)]));
  const acyclic = withoutCycles(parents);
  const children = reversed(acyclic);
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  return new Map(
    problems.map(({ id }) => [
      id,
      {
        causedBy: [...(acyclic.get(id) ?? [])].sort(),
        children: [...(children.get(id) ?? [])].sort(),
        impact: impactOf(id, children, byId),
      },
    ]),
  );
}

/** Problems that stop a mapping or whole runs, by the places where they do. */
function stoppingProblems(open: readonly GraphProblem[]): ReadonlyMap<string, readonly string[]> {
  const byPlace = new Map<string, string[]>();
  for (const { id, traits, places } of open) {
    if (!causeTable[traits.cause].stops) continue;
    for (const place of places) {
      const key = placeKey(place);
      const others = byPlace.get(key);
      if (others) others.push(id);
      else byPlace.set(key, [id]);
    }
  }
  return byPlace;
}

function placeKey({ environment, company, mapping }: GraphProblem['places'][number]): string {
  return JSON.stringify([environment, company, mapping]);
}

/** The problems that stop the mapping of the table that a problem misses, in the same environment and company. */
function parentsOf(
  { id, traits, places }: GraphProblem,
  stopping: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  if (traits.cause !== 'dependency-not-coupled') return new Set();
  // The key of a currency names its code too.
  const table = traits.key.replace(/ [A-Z]{3}$/, '');
  const mappings = mappingsOf(englishTableName(table) ?? table);
  const parents = places.flatMap(({ environment, company }) =>
    mappings.flatMap((mapping) => stopping.get(placeKey({ environment, company, mapping })) ?? []),
  );
  return new Set(parents.filter((parent) => parent !== id));
}

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** The edges without those between problems that reach each other. */
function withoutCycles(parents: Edges): Edges {
  const reach = new Map([...parents.keys()].map((id) => [id, reachable(id, parents)]));
  return new Map(
    [...parents].map(([id, own]) => [id, new Set([...own].filter((parent) => !reach.get(parent)?.has(id)))]),
  );
}

/** All that can be reached from a problem along the edges; itself only within a cycle. */
function reachable(id: string, edges: Edges): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...(edges.get(id) ?? [])];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    left.push(...(edges.get(next) ?? []));
  }
  return found;
}

function reversed(edges: Edges): Edges {
  const children = new Map<string, Set<string>>();
  for (const [id, parents] of edges)
    for (const parent of parents) {
      const own = children.get(parent) ?? new Set<string>();
      own.add(id);
      children.set(parent, own);
    }
  return children;
}

function impactOf(id: string, children: Edges, byId: ReadonlyMap<string, GraphProblem>): number {
  const waiting = new Set<string>();
  for (const problem of [id, ...reachable(id, children)])
    for (const record of byId.get(problem)?.waiting ?? []) {
      waiting.add(record);
      if (waiting.size === maxImpact) return maxImpact;
    }
  return waiting.size;
}
