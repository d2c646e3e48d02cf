/**
 * `npm run diagnosis:measure -- FILE [--misses]`: diagnoses the texts of a file once and prints how well it went. The
 * file has one JSON object a line: text, cause, resolver, language, kind. docs/diagnosis.md has the protocol.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { isLikely } from '../shared/domain/diagnosis/causes.ts';
import { diagnose } from '../shared/domain/diagnosis/diagnose.ts';

const freshText = z.object({
  text: z.string(),
  cause: z.string().nullable(),
  resolver: z.string().nullable(),
  language: z.string(),
  kind: z.string(),
});

const [file = '', ...options] = process.argv.slice(2);
const results = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const expected = freshText.parse(JSON.parse(line));
    const got = diagnose({ message: expected.text });
    const isError = (expected.cause ?? 'unclassified') !== 'unclassified';
    return { expected, got, isError, likely: isLikely(got.key) };
  });

type Result = (typeof results)[number];

const percent = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`);

function line(name: string, own: readonly Result[]): string {
  const errors = own.filter(({ isError }) => isError);
  const others = own.filter(({ isError }) => !isError);
  const cause = errors.filter(({ expected, got }) => got.cause === expected.cause).length;
  const resolver = errors.filter(({ expected, got }) => got.resolver === expected.resolver).length;
  const exactWrong = errors.filter(
    ({ expected, got, likely }) =>
      !likely && got.cause !== 'unclassified' && got.resolver !== expected.resolver,
  ).length;
  const exactCauseWrong = errors.filter(
    ({ expected, got, likely }) => !likely && got.cause !== 'unclassified' && got.cause !== expected.cause,
  ).length;
  const likely = errors.filter((one) => one.likely);
  const likelyRight = likely.filter(({ expected, got }) => got.cause === expected.cause).length;
  const taken = others.filter(({ got }) => got.cause !== 'unclassified').length;
  const cells = [name, errors.length, percent(cause, errors.length), percent(resolver, errors.length)];
  return `| ${[...cells, exactCauseWrong, exactWrong, `${likelyRight} of ${likely.length}`, `${taken} of ${others.length}`].join(' | ')} |`;
}

function groups(of: (result: Result) => string): string[] {
  const names = [...new Set(results.map(of))].sort();
  return names.map((name) =>
    line(
      name,
      results.filter((result) => of(result) === name),
    ),
  );
}

console.log(
  [
    '| texts | errors | right cause | right resolver | exact, wrong cause | exact, wrong resolver | likely, right cause | others taken |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    line('all', results),
    ...groups(({ expected }) => expected.language),
    ...groups(({ expected }) => expected.kind),
  ].join('\n'),
);
const confusion = new Map<string, number>();
for (const { expected, got, isError } of results)
  if (isError && got.cause !== 'unclassified' && got.cause !== expected.cause) {
    const pair = `${expected.cause} taken for ${got.cause}`;
    confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
  }
for (const [pair, count] of [...confusion].sort((one, other) => other[1] - one[1]))
  console.log(`${count}  ${pair}`);
if (options.includes('--misses'))
  for (const { expected, got, isError } of results)
    if (isError ? got.cause !== expected.cause : got.cause !== 'unclassified')
      console.log(
        `[${expected.language}, ${expected.kind}] ${expected.cause} → ${got.cause}${isLikely(got.key) ? ' (likely)' : ''} "${got.evidence}": ${expected.text}`,
      );
