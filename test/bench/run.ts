/**
 * `npm run bench [-- NAME ... --quick --json FILE]`: measures the app, partly side by side with the plain and the
 * batch-aware way. The variants take turns, each in a fresh process with a fresh storage in memory, on loopback.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Comparison, compare } from './comparison.ts';
import { comparisonTable } from './comparison-table.ts';
import { benchDiagnosis } from './diagnosis.ts';
import { fullLog } from './full-log.ts';
import { manyAtOnce, oneAtATime, reportsAtATime } from './reporting.ts';
import { benchReportingCost } from './reporting-cost.ts';
import { type Row, rowsTable } from './results.ts';
import { fullScale, quickScale } from './scale.ts';
import { benchImport, benchStart } from './starting.ts';
import { type Bundles, buildVariants } from './variant.ts';
import { benchWhatFirst } from './what-first.ts';

interface Benchmark {
  readonly title: string;
  run(bundles: Bundles): Promise<{ readonly table: string; readonly raw: unknown }>;
}

const { values: options, positionals: names } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    /** Writes every value to this file as well. */
    json: { type: 'string' },
  },
  allowPositionals: true,
});
const scale = options.quick ? quickScale : fullScale;
/** The targets are for the full scale. */
const judged = !options.quick;

const compared = (title: string, comparison: Comparison): Benchmark => ({
  title,
  async run(bundles) {
    const figures = await compare(comparison, bundles);
    return { table: comparisonTable(comparison.measures, figures, judged), raw: figures };
  },
});

const measured = (title: string, measure: (bundles: Bundles) => Promise<Row[]>): Benchmark => ({
  title,
  async run(bundles) {
    const rows = await measure(bundles);
    return { table: rowsTable(rows, judged), raw: rows };
  },
});

const benchmarks: Readonly<Record<string, Benchmark>> = {
  start: measured('Start to first answer', () => benchStart(scale.rounds)),
  import: measured('Loading the app', () => benchImport(2 * scale.rounds + 1)),
  diagnosis: measured('Diagnosis', async () =>
    (await benchDiagnosis()).map(({ name, unit, raw }) => ({ name, unit, values: raw })),
  ),
  cost: measured('Cost of reporting, without storage', (bundles) => benchReportingCost(scale, bundles)),
  one: compared('One error per request', oneAtATime(scale)),
  hundred: compared(
    'A hundred errors per request',
    reportsAtATime(100, 4, { plain: 4, 'batch-aware': 1.15 }, scale),
  ),
  many: compared('Thousands of errors in one request', manyAtOnce(scale)),
  log: compared(`A log of seven days and ${scale.rows} errors`, fullLog(scale)),
  first: measured('What to do first', (bundles) => benchWhatFirst(scale, bundles)),
};

async function run(): Promise<void> {
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0)
    throw new Error(`There is no benchmark ${unknown.join(', ')}: ${Object.keys(benchmarks).join(', ')}`);
  const chosen = Object.entries(benchmarks).filter(([name]) => names.length === 0 || names.includes(name));
  const processors = cpus();
  console.log(
    `Node ${process.version}, ${processors.length} processors (${processors[0]?.model ?? 'unknown'}), ${new Date().toISOString()}, ${options.quick ? 'quick' : 'full'} scale`,
  );
  const start = performance.now();
  const raw: Record<string, unknown> = {};
  const bundles = await buildVariants();
  try {
    for (const [name, benchmark] of chosen) {
      console.log(`\n## ${benchmark.title}\n`);
      const result = await benchmark.run(bundles);
      raw[name] = result.raw;
      console.log(result.table);
    }
  } finally {
    await bundles.remove();
  }
  console.log(`\n${Math.round((performance.now() - start) / 1000)} seconds in all`);
  if (options.json) await writeFile(options.json, `${JSON.stringify(raw, undefined, 2)}\n`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
