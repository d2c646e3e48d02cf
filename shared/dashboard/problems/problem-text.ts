import type { NextProblem, ProblemDetail } from '../api/generated-client.ts';
import type { Messages } from '../messages/en.ts';
import type { Formats } from '../messages/formats.ts';
import { problemName } from './problem-name.ts';

/** A problem as Markdown, to hand on: what it is, how much, and what to do. */
export function problemBundle(problem: NextProblem | ProblemDetail, t: Messages, format: Formats): string {
  const { count, records, placeCount } = problem;
  return [
    `## ${problemName(problem)}`,
    '',
    `${t.counts.errors(count, format)} · ${t.counts.records(records.count, records.more ?? false, format)} · ${t.counts.places(placeCount, format)}`,
    '',
    problem.explanation,
    '',
    ...problem.steps.map((step, index) => `${index + 1}. ${step}`),
    '',
  ].join('\n');
}
