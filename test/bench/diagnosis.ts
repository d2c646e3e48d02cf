import { diagnose } from '../../shared/domain/diagnosis/diagnose.ts';
import { labelledTexts } from '../support/diagnosis-texts.ts';

/** One measure: the median of several runs, and all of them. */
export interface Measure {
  readonly name: string;
  readonly median: number;
  readonly raw: number[];
  readonly unit: string;
}

const words = [...new Set(labelledTexts.flatMap(([message]) => message.split(/[^\p{L}\p{N}]+/u)))];

/** Texts of 8 KiB that should be slow: long near matches, and every word of the labelled texts. */
const hostileTexts: readonly (readonly [name: string, message: string])[] = [
  ['one letter', 'a'.repeat(8192)],
  ['underscores', '_'.repeat(8192)],
  ['words with dots', 'a.'.repeat(4096)],
  ['numbers with commas', '1,'.repeat(4096)],
  ['open quotes', "'a ".repeat(2730)],
  ['open tags', '<a '.repeat(2730)],
  ['wrappers', 'following error: '.repeat(481)],
  ['near-matches', 'Cannot find a record in table must be coupled to '.repeat(167)],
  ['every word of the texts', words.join(' ').slice(0, 8192)],
  ['every word, cut', `${'x '.repeat(3050)}following error: ${words.join(' ').slice(0, 2040)}...`],
  ['accents', 'e\u0301'.repeat(4096)],
];

// Every error at once, quoted by somebody, so that each rule is tried and none matches.
const errors = labelledTexts.filter(([, cause]) => cause !== 'unclassified').map(([message]) => message);
const quotedTexts: typeof hostileTexts = [
  ['every error, quoted at the beginning', `memo: ${errors.join(' ')}`.slice(0, 8192)],
  [
    'every error, quoted in the middle',
    `${'x '.repeat(3000)}memo: ${errors.toReversed().join(' ')}`.slice(0, 8192),
  ],
];

const runs = 15;

function measure(name: string, unit: string, run: () => number): Measure {
  run();
  const raw = Array.from({ length: runs }, run).sort((a, b) => a - b);
  return { name, median: raw[Math.floor(runs / 2)] ?? Number.NaN, raw, unit };
}

/** Milliseconds that a call takes. */
function timed(call: () => void): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

/** How long a diagnosis takes: on average over the labelled texts, and for the worst text of 8 KiB. */
export function benchDiagnosis(): Promise<Measure[]> {
  const subjects = labelledTexts.map(([message]) => ({ message }));
  const rounds = 40;
  const typical = measure('diagnosis, average over the labelled texts', 'µs', () => {
    const spent = timed(() => {
      for (let round = 0; round < rounds; round += 1) for (const subject of subjects) diagnose(subject);
    });
    return (spent * 1000) / (rounds * subjects.length);
  });
  const hostile = [...hostileTexts, ...quotedTexts].map(([name, message]) => {
    for (let round = 0; round < 20; round += 1) diagnose({ message });
    return measure(`diagnosis, 8 KiB of ${name}`, 'ms', () => timed(() => diagnose({ message })));
  });
  return Promise.resolve([typical, ...hostile]);
}
