import { explain } from '../../domain/diagnosis/explain.ts';
import type { Language } from '../../domain/language.ts';
import type { ProblemView } from '../../domain/problems/problem-view.ts';
import type { ToldProblem } from '../bodies/problem-body.ts';
import { type Column, dateOf, joined } from './export-table.ts';
import { stepsCell } from './steps-cell.ts';

/** The columns of exported problems. */
export function problemColumns(language: Language): readonly Column<ToldProblem>[] {
  return [
    { name: 'id', value: ({ problem }) => problem.id },
    { name: 'status', value: ({ problem }) => problem.status },
    { name: 'cause', value: ({ problem }) => problem.traits.cause },
    { name: 'key', value: ({ problem }) => problem.traits.key },
    { name: 'title', value: ({ problem }) => explanationOf(problem, language).title },
    { name: 'resolver', value: ({ problem }) => problem.traits.resolver },
    { name: 'count', value: ({ problem }) => problem.count },
    { name: 'records', value: ({ known }) => known.records.ids.size },
    { name: 'impact', value: ({ known }) => known.impact },
    { name: 'givenUp', value: ({ known }) => known.records.givenUp.size },
    { name: 'firstSeenAt', value: ({ problem }) => dateOf(problem.firstSeenAt) },
    { name: 'lastSeenAt', value: ({ problem }) => dateOf(problem.lastSeenAt) },
    { name: 'environment', value: ({ problem }) => problem.traits.environment },
    { name: 'companies', value: ({ problem }) => joined(problem.places.map(({ company }) => company)) },
    { name: 'mappings', value: ({ problem }) => joined(problem.places.map(({ mapping }) => mapping)) },
    { name: 'steps', value: ({ problem }) => stepsCell(explanationOf(problem, language).steps) },
    { name: 'sampleErrorId', value: ({ sampleErrorId }) => sampleErrorId },
  ];
}

function explanationOf({ traits: { cause, key, resolver } }: ProblemView, language: Language) {
  return explain({ cause, key, resolver, evidence: '' }, language);
}
